export type Tabs = readonly { readonly href: string; readonly words: string; readonly current: boolean }[]
