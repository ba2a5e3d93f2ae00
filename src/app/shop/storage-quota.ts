// How much room the shop has left, for the owner to see before it runs out.

export {
  readStorageQuota as storageRoom,
  type StorageQuota as StorageRoom,
} from '#platform/browser-storage/storage-quota.ts';
