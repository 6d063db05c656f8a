export const promise = {} as const;
