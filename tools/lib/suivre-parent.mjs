/**
 * Preloaded into the API (`node --import`): it ends when the tool that started it is gone, even by kill -9, instead of
 * holding its port for nobody.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a process alive that has finished.
process.channel?.unref();
