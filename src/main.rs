//! Starts the page; on any other target than the browser there is none.

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::start();
}
