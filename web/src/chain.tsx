// Who says it, through whom: from the one who knows it to the one who tells us. Each name runs in its own direction, whatever stands beside it.

const NOBODY = "the report itself";

/** The chain of speakers, which records have from the outermost to the innermost. */
export function Chain({ names, none = NOBODY }: { names: string[]; none?: string }) {
  if (names.length === 0) return <bdi>{none}</bdi>;
  return <>{[...names].reverse().map((name, at) => <span key={at}>{at > 0 && <span class="small"> told by </span>}<bdi>{name}</bdi></span>)}</>;
}

/** The same where there can be no elements, as in a choice. */
export const chainWords = (names: string[], none = NOBODY): string => [...names].reverse().join(", told by ") || none;
