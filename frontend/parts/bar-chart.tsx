interface BarChartProps {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

const rowHeight = 44;
const barHeight = 16;
const width = 360;
const room = 48;

/** Values as bars. A table with the same numbers stands beside it, so readers of the screen hear its title only. */
export const BarChart = ({ title, bars }: BarChartProps) => {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${bars.length * rowHeight}`} role="img" aria-label={title}>
      {bars.map(({ label, value }, index) => (
        <g key={label} transform={`translate(0 ${index * rowHeight})`}>
          <text x="0" y="14" className="chart-label">
            {label}
          </text>
          <rect x="0" y="18" height={barHeight} width={width - room} className="chart-ground" />
          <rect x="0" y="18" height={barHeight} width={((width - room) * value) / most} className="chart-bar" />
          <text x={width - room + 8} y="31" className="chart-value">
            {value}
          </text>
        </g>
      ))}
    </svg>
  );
};
