import { useId } from 'react';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
}

export const Progress = ({ label, share }: ProgressProps) => {
  const id = useId();
  return (
    <div className="job">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={share} max={1} />
    </div>
  );
};
