export const barometer = {} as const;
