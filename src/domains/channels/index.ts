export { type Channel, channelCodes, listChannels, type Means } from './channels.ts';
export { cancelDispatches, type Source } from './dispatches.ts';
