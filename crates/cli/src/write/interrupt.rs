//! Ctrl+C while files are written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// From its making on, Ctrl+C and a request to end no longer end the program but are seen here.
#[derive(Debug, Clone, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    pub fn watch() -> Interrupt {
        let interrupt = Interrupt::default();
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
            // Where it cannot be watched it ends the program at once, as it would anyway.
            _ = signal_hook::flag::register(signal, Arc::clone(&interrupt.0));
        }
        interrupt
    }

    pub fn has_come(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    #[cfg(test)]
    pub fn come() -> Interrupt {
        Interrupt(Arc::new(AtomicBool::new(true)))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::Interrupt;

    #[test]
    fn a_real_signal_is_seen_and_does_not_end_the_program() {
        let interrupt = Interrupt::watch();
        assert!(!interrupt.has_come());
        signal_hook::low_level::raise(signal_hook::consts::SIGINT).expect("it can be raised");
        assert!(interrupt.has_come());
    }
}
