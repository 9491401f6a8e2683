/**
 * class-transformer's `@Type` asks for the metadata that TypeScript may have emitted. None is emitted in the browser, where
 * every `@Type` names its class: answering « none » spares the whole `reflect-metadata` package.
 */
const reflet = Reflect as typeof Reflect & { getMetadata?: () => undefined };
reflet.getMetadata ??= () => undefined;
