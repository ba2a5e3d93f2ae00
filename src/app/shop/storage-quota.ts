// The storage left, for the screens: they may not import platform.

export { readStorageQuota, type StorageQuota } from '#platform/browser-storage/storage-quota.ts';
