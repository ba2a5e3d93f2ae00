/** What stands before the name of a group of "How we’re doing". */
const groupPrefix = 'doing-';

/** The name of the list of those behind a number of "How we’re doing". */
export function listOfGroup(group: string): string {
  return groupPrefix + group;
}

/** The group of such a list; undefined for any other list. */
export function groupOfList(list: string): string | undefined {
  return list.startsWith(groupPrefix) ? list.slice(groupPrefix.length) : undefined;
}
