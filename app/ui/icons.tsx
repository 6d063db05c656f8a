import type { ReactNode } from "react";

/** What a page is about, in the twenty pixels of the rail. */
const drawings = {
  barometer: <path d="M3 16a7 7 0 0 1 14 0M10 16l3.5-5" />,
  connection: (
    <>
      <circle cx="4.5" cy="5" r="2" />
      <circle cx="15.5" cy="5" r="2" />
      <circle cx="10" cy="15.5" r="2" />
      <path d="M6.5 5h7M5.5 6.8l3.5 7M14.5 6.8l-3.5 7" />
    </>
  ),
  teams: (
    <>
      <path d="M3 5h14M3 10h14M3 15h14" />
      <circle cx="12" cy="5" r="1.8" fill="var(--raised)" />
      <circle cx="6" cy="10" r="1.8" fill="var(--raised)" />
      <circle cx="9" cy="15" r="1.8" fill="var(--raised)" />
    </>
  ),
  adoption: (
    <>
      <circle cx="7" cy="7" r="3" />
      <path d="M2 17a5 5 0 0 1 10 0M13 4.5a3 3 0 0 1 0 5M14.5 12.5A5 5 0 0 1 18 17" />
    </>
  ),
  comments: <path d="M3 4h14v9H9l-4 4v-4H3zM6.5 7.5h7M6.5 10h4" />,
  views: <path d="M5 3h10v14l-5-4-5 4z" />,
  actions: <path d="M3 5l1.5 1.5L7 4M3 10.5L4.5 12 7 9.5M10 5.5h7M10 11h7M10 16h7M3.5 16h3" />,
  moderation: <path d="M3 4h14v9H9l-4 4v-4H3zM7 8.5l2 2 4-4" />,
  exports: <path d="M10 3v9M6 9l4 4 4-4M3 17h14" />,
  networks: (
    <>
      <path d="M7 10h6" />
      <circle cx="4.5" cy="10" r="2.5" />
      <rect x="13" y="7.5" width="5" height="5" />
    </>
  ),
  accounts: (
    <>
      <circle cx="7" cy="6.5" r="3" />
      <path d="M2 16.5a5 5 0 0 1 10 0M14 7l4 4M18 7l-4 4" />
    </>
  ),
  settings: <path d="M4 17v-9M4 5V3M10 17v-3M10 11V3M16 17v-8M16 6V3M2 8h4M8 14h4M14 9h4" />,
  waves: <path d="M2 12c2.5-5 5-5 8 0s5.5 5 8 0M2 6.5c2.5-4 5-4 8 0s5.5 4 8 0" />,
  methods: <path d="M4 4h12v12H4zM7 8h6M7 12h4" />,
  promise: <path d="M10 2.5l6 2.5v5c0 4-3 6.5-6 7.5-3-1-6-3.5-6-7.5V5z" />,
  signIn: <path d="M11 3h6v14h-6M3 10h9M9 7l3 3-3 3" />,
  more: (
    <>
      <circle cx="4" cy="10" r="1" />
      <circle cx="10" cy="10" r="1" />
      <circle cx="16" cy="10" r="1" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}

/** ● and □ joined: frontline and desk, the shapes every chart uses for them. */
export function Mark() {
  return (
    <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
      <path d="M8 10h18" stroke="currentColor" strokeWidth="2.5" />
      <circle cx="8" cy="10" r="7" fill="currentColor" />
      <rect
        x="20"
        y="4"
        width="12"
        height="12"
        fill="var(--raised)"
        stroke="currentColor"
        strokeWidth="2.5"
      />
    </svg>
  );
}
