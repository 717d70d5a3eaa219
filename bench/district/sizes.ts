/** How often something is wrong, as a share of the rows it can be wrong with. */
export interface FaultRates {
  readonly stateId: number;
  readonly code: number;
  readonly name: number;
  readonly birthDate: number;
  readonly orphan: number;
  readonly enrollment: number;
  readonly attendance: number;
  readonly services: number;
  /** Grades of a school whose count changed much since the year before. */
  readonly count: number;
}

export interface DistrictSize {
  readonly name: string;
  readonly students: number;
  /** Attendance rows a student and year. */
  readonly daysRecorded: number;
  readonly faults: FaultRates;
}

const usualFaults: FaultRates = {
  stateId: 0.002,
  code: 0.002,
  name: 0.001,
  birthDate: 0.0005,
  orphan: 0.0005,
  enrollment: 0.001,
  attendance: 0.0005,
  services: 0.004,
  count: 0.2,
};

const district = (name: string, students: number): DistrictSize => ({
  name,
  students,
  daysRecorded: 50,
  faults: usualFaults,
});

/** S is a typical district, L the biggest there is; D has a million attendance rows, and T just enough to try things out. */
export const sizes = {
  T: district('T', 600),
  S: district('S', 2_500),
  D: district('D', 20_000),
  M: district('M', 100_000),
  L: district('L', 400_000),
} as const;

export type SetName = keyof typeof sizes;
