interface LineChartProps {
  readonly title: string;
  /** The largest value that could be. */
  readonly most: number;
  readonly days: readonly string[];
  readonly lines: readonly { readonly label: string; readonly values: readonly number[] }[];
}

const width = 360;
const height = 220;
const left = 36;
const bottom = 28;
const top = 10;

/**
 * Values that grow over time, as steps. Lines are told apart by their dashes and by the words at their ends, not by
 * colour; a table with the same numbers stands beside it.
 */
export const LineChart = ({ title, most, days, lines }: LineChartProps) => {
  const from = Date.parse(days[0] ?? '');
  const span = Math.max(1, Date.parse(days.at(-1) ?? '') - from);
  const x = (day: string): number => left + ((width - left - 10) * (Date.parse(day) - from)) / span;
  const y = (value: number): number => top + (height - top - bottom) * (1 - value / Math.max(1, most));
  const path = (values: readonly number[]): string =>
    days
      .map(
        (day, index) =>
          `${index === 0 ? 'M' : 'H'}${x(day)}${index === 0 ? ` ${y(values[0] ?? 0)}` : ` V${y(values[index] ?? 0)}`}`,
      )
      .join(' ');
  return (
    <figure className="chart-figure">
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <path d={`M${left} ${top} V${height - bottom} H${width - 10}`} className="chart-axis" />
        <text x={left - 8} y={y(most) + 5} className="chart-tick chart-tick--end">
          {most}
        </text>
        <text x={left - 8} y={y(0) + 5} className="chart-tick chart-tick--end">
          0
        </text>
        <text x={left} y={height - 8} className="chart-tick">
          {days[0]}
        </text>
        {days.length > 1 && (
          <text x={width - 10} y={height - 8} className="chart-tick chart-tick--end">
            {days.at(-1)}
          </text>
        )}
        {lines.map(({ label, values }, index) => (
          <g key={label}>
            <path d={path(values)} className={`chart-line chart-line--${index}`} />
            {days.map((day, at) => (
              <circle key={day} cx={x(day)} cy={y(values[at] ?? 0)} r="4" className={`chart-dot chart-dot--${index}`} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="chart-key">
        {lines.map(({ label }, index) => (
          <span key={label}>
            <svg viewBox="0 0 40 10" aria-hidden="true" className="chart-sample">
              <path d="M0 5 H40" className={`chart-line chart-line--${index}`} />
            </svg>
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};
