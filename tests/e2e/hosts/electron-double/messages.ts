/** What the double's two halves say: the program's process, and the test that owns the Chromium page. */

/** The frame that a message comes from, as Electron tells it. */
export interface FrameFacts {
  readonly url: string;
  readonly top: boolean;
}
export interface AnsweredRequest {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Questions to the program, each answered once. */
export interface Questions {
  /** A request of the page to the own scheme. */
  fetch: { readonly asked: { readonly url: string; readonly method: string }; readonly answer: AnsweredRequest };
  invoke: {
    readonly asked: { readonly channel: string; readonly args: readonly unknown[]; readonly frame: FrameFacts };
    readonly answer: unknown;
  };
  /** Whether the session lets a request pass. */
  request: { readonly asked: { readonly url: string }; readonly answer: boolean };
  /** Whether an event of the window's contents was prevented. */
  prevented: {
    readonly asked: {
      readonly event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview';
      readonly url: string;
    };
    readonly answer: boolean;
  };
  windowOpen: { readonly asked: { readonly url: string }; readonly answer: unknown };
  permission: { readonly asked: { readonly permission: string }; readonly answer: readonly boolean[] };
  download: { readonly asked: { readonly url: string }; readonly answer: boolean };
  /** What the program set up. */
  settings: { readonly asked: null; readonly answer: Settings };
  menu: { readonly asked: { readonly command: string }; readonly answer: boolean };
  /** The files that the system was asked to show. */
  revealed: { readonly asked: null; readonly answer: readonly string[] };
  /** What is on the clipboard, by its formats; from now on it takes none whose name holds `refuses`. */
  clipboard: {
    readonly asked: { readonly refuses: string | null };
    readonly answer: Readonly<Record<string, string>> | null;
  };
  /** How the next dialogs are answered. */
  dialogs: { readonly asked: { readonly open: readonly string[]; readonly save: string }; readonly answer: null };
  /** Events of the system: a second start, a double click, closing the window. */
  system: {
    readonly asked:
      | { readonly event: 'second-instance'; readonly argv: readonly string[]; readonly folder: string }
      | { readonly event: 'open-file'; readonly path: string }
      | { readonly event: 'close-window' };
    readonly answer: null;
  };
}
export type QuestionName = keyof Questions;

export interface Settings {
  readonly window: Readonly<Record<string, unknown>>;
  readonly webPreferences: Readonly<Record<string, unknown>>;
  readonly schemes: readonly unknown[];
  readonly switches: readonly (readonly [string, string | undefined])[];
  readonly proxy: unknown;
  readonly spellChecker: boolean | null;
  readonly singleInstance: boolean;
  readonly setBeforeReady: readonly string[];
  readonly bounds: unknown;
  readonly shown: boolean;
}

export type ToProgram =
  | { readonly type: 'question'; readonly id: number; readonly name: QuestionName; readonly asked: unknown }
  | { readonly type: 'ipc'; readonly channel: string; readonly args: readonly unknown[]; readonly frame: FrameFacts }
  | { readonly type: 'loaded' };

export type ToTest =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'load'; readonly url: string; readonly preload: string }
  | { readonly type: 'send'; readonly channel: string; readonly payload: unknown }
  | { readonly type: 'reload' }
  | { readonly type: 'print' };
