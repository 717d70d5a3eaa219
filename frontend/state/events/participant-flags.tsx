import { useTranslation } from 'react-i18next';
import type { Participant } from '../../api/shapes.ts';

/** What is special about a participant, in small words beside its status. */
export const ParticipantFlags = ({
  participant: { approval, flags, round },
}: {
  readonly participant: Participant;
}) => {
  const { t } = useTranslation('participation');
  const notes = [
    ...(round > 1 ? [t('flag.round', { round })] : []),
    ...(approval?.notCertified === true ? [t('flag.notCertified')] : []),
    ...flags.map((flag) => t(`flag.${flag}`)),
  ];
  return notes.map((note) => (
    <span key={note} className="row-note">
      {note}
    </span>
  ));
};
