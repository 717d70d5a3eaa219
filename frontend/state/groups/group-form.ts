import type { ValidationGroup } from '../../api/shapes.ts';

/** A rule in the group: pinned to a version, or (null) always the newest. */
export type GroupRule = ValidationGroup['rules'][number];

export interface GroupForm {
  name: string;
  level: ValidationGroup['level'];
  active: boolean;
  description: string;
  rules: GroupRule[];
  reason: string;
}

export const emptyGroup: GroupForm = {
  name: '',
  level: 'DISTRICT',
  active: true,
  description: '',
  rules: [],
  reason: '',
};

export const formOf = ({ name, level, active, description, rules }: ValidationGroup): GroupForm => ({
  name,
  level,
  active,
  description: description ?? '',
  rules: rules.map(({ ruleId, version, severityOverride, enabled }) => ({
    ruleId,
    version,
    severityOverride,
    enabled,
  })),
  reason: '',
});

export const bodyOf = ({ description, reason, ...group }: GroupForm) => ({
  ...group,
  description: description || null,
  ...(reason.trim() !== '' && { reason: reason.trim() }),
});

/** The same list with one entry a place further up (-1) or down (1); at an end nothing moves. */
export const moved = <Entry>(list: readonly Entry[], index: number, by: -1 | 1): Entry[] => {
  const to = index + by;
  const entry = list[index];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(to, 0, entry);
};
