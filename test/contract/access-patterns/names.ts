const names: readonly (readonly [RegExp, string])[] = [
  [/evt_[0-9A-Za-z]+/g, '{event}'],
  [/run[-_][0-9]+/g, '{run}'],
  [/snp[-_][0-9]+/g, '{snapshot}'],
  [/rul_\w+/g, '{rule}'],
  [/grp_\w+/g, '{group}'],
  [/cat_\w+/g, '{category}'],
  [/upl_\d+/g, '{upload}'],
  [/bdy_\d+/g, '{body}'],
  [/(obx|mail|digest)_\d+/g, '{message}'],
  [/alr_\d+/g, '{alert}'],
  [/req_\w+/g, '{request}'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '{at}'],
  [/#\d{4}-\d\d-\d\d$/g, '#{date}'],
  [/\b255903\b|\bd\d+\b/g, '{organization}'],
  [/\bMT\b/g, '{organization}'],
  [/\b(ana|sam)\b|bear-creek-second-certifier/g, '{user}'],
  [/#[0-9a-f]{24}\b|#v$/g, '#{version}'],
  [/#(students|sessions)\b/g, '#{dataset}'],
  [/(FENCE#)\d+/g, '$1{0..31}'],
  [/(PENDING#)\d/g, '$1{0..7}'],
  [/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{key}'],
];

/** A key of the examples, with the names of things in place of the things. */
export const named = (key: string): string =>
  names.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), key);
