//! The draft in the browser's own storage, so that it is there again.

use generator::{Draft, draft};
use gloo::storage::{LocalStorage, Storage, errors::StorageError};

const KEY: &str = "eks-configurator/draft";

/// What was stored; what is not understood of it is left out.
pub fn load() -> Draft {
    let stored: Result<String, StorageError> = LocalStorage::get(KEY);
    stored.map(|text| draft::read(&text).0).unwrap_or_default()
}

/// A browser that stores nothing (a private window, no room) is no reason to stop.
pub fn save(draft: &Draft) {
    let _ = LocalStorage::set(KEY, draft.to_json());
}
