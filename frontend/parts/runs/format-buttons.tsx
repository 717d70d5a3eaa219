import { useTranslation } from 'react-i18next';
import { Button } from '../uswds.tsx';

type FileFormat = 'csv' | 'xlsx' | 'pdf' | 'parquet';

interface FormatButtonsProps<Format extends FileFormat> {
  readonly label: string;
  readonly formats: readonly Format[];
  /** What a button does, for whoever does not see the label before it. */
  readonly nameOf: (format: string) => string;
  readonly disabled: boolean;
  readonly onChoose: (format: Format) => void;
}

/** The formats a file may be had in, each a button. */
export const FormatButtons = <Format extends FileFormat>({
  label,
  formats,
  nameOf,
  disabled,
  onChoose,
}: FormatButtonsProps<Format>) => {
  const { t } = useTranslation('runs');
  const wordOf = (format: FileFormat): string => t(format);
  return (
    <span className="formats">
      {label}
      {formats.map((format) => (
        <Button
          key={format}
          type="button"
          unstyled
          disabled={disabled}
          aria-label={nameOf(wordOf(format))}
          onClick={() => onChoose(format)}
        >
          {wordOf(format)}
        </Button>
      ))}
    </span>
  );
};
