/** How many of the latest days, weeks and months keep their last backup in a folder. */
export const retentionPolicy = { days: 7, weeks: 4, months: 12 } as const;
