//! From a catalog of Terraform and a draft to a platform, a bundle of files and a picture of it.

pub mod bundle;
pub mod catalog;
pub mod diagram;
pub mod draft;
pub mod evaluate;
pub mod findings;
pub mod slice;
