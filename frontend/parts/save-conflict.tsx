import { ConflictDialog } from './conflict-dialog.tsx';

interface SaveConflictProps<Thing> {
  readonly saving: {
    readonly theirs: Thing | null;
    readonly keepMine: () => void;
    readonly takeTheirs: () => void;
    readonly leave: () => void;
  };
  readonly values: (
    theirs: Thing,
  ) => readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  /** Fills the form with what was saved. */
  readonly onTake: (theirs: Thing) => void;
}

/** Shown when somebody else saved the same thing meanwhile. */
export const SaveConflict = <Thing,>({ saving, values, onTake }: SaveConflictProps<Thing>) => {
  const { theirs } = saving;
  if (theirs === null) return null;
  return (
    <ConflictDialog
      values={values(theirs)}
      onKeepMine={saving.keepMine}
      onTakeTheirs={() => {
        onTake(theirs);
        saving.takeTheirs();
      }}
      onClose={saving.leave}
    />
  );
};
