import { Icon, type IconName } from './icon.tsx';

/** What a status means for whoever looks: done, under way, wants something, has gone wrong, or nothing to do. */
export type Tone = 'done' | 'busy' | 'waiting' | 'wrong' | 'quiet';

const iconOf: Readonly<Record<Tone, IconName>> = {
  done: 'check',
  busy: 'clock',
  waiting: 'warning',
  wrong: 'cross',
  quiet: 'dash',
};

interface StatusProps {
  readonly tone: Tone;
  readonly words: string;
  readonly icon?: IconName;
}

/** A status as icon, words and colour: whoever cannot see one of them has the others. */
export const Status = ({ tone, words, icon = iconOf[tone] }: StatusProps) => (
  <span className={`status status--${tone}`}>
    <Icon name={icon} />
    {words}
  </span>
);
