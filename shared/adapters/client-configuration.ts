/**
 * How every AWS client behaves: three attempts with the SDK's own jitter, time-outs that leave a door the time to answer,
 * connections kept alive (the SDK's default). Without `throwOnRequestTimeout` the SDK would only log a time-out.
 */
export const clientConfiguration = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 6_000, throwOnRequestTimeout: true },
};

/** Whole objects take as long as they take: only a silent socket is a fault. */
export const transferConfiguration = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2_000, socketTimeout: 20_000 },
};
