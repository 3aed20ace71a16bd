//! State that the page follows: values that change, and values that derive from them.
//!
//! [`Live`] and [`Derived`] are Leptos' `RwSignal` and `Memo` with the value kept beside the signal.
//! Leptos compiles each of its signals anew for every type, 2 to 3 kB a piece and thirty of them
//! here; this way there is one trigger, one memo (a version number) and one store for all types.

use core::any::Any;
use core::cell::RefCell;
use core::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;

/// A value that changes; whoever reads it is run again then.
pub(super) struct Live<T> {
    slot: Slot<T>,
    changed: Trigger,
}

/// A value that derives from others; it is worked out anew when one of them has changed, and whoever
/// reads it is run again if that made a difference.
pub(super) struct Derived<T> {
    slot: Slot<Option<T>>,
    version: Memo<u64>,
}

/// A place for a value that lives as long as its owner in Leptos' sense.
pub(super) struct Slot<T> {
    ticket: Ticket,
    kind: PhantomData<fn() -> T>,
}

macro_rules! copy {
    ($($kind:ident)*) => {$(
        impl<T> Clone for $kind<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $kind<T> {}
    )*};
}

copy! { Live Derived Slot }

impl<T: 'static> Live<T> {
    pub(super) fn new(value: T) -> Self {
        Self { slot: Slot::new(value), changed: Trigger::new() }
    }

    /// Reads it, and follows it.
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        track(self.changed);
        self.slot.with(read)
    }

    /// Reads it as it is now.
    pub(super) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.slot.with(read)
    }

    /// False once the owner is gone: for an answer that comes late.
    pub(super) fn is_there(self) -> bool {
        self.slot.is_there()
    }

    pub(super) fn set(self, value: T) {
        self.update(|slot| *slot = value);
    }

    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        self.slot.update(change);
        notify(self.changed);
    }
}

impl<T: Clone + 'static> Live<T> {
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: PartialEq + 'static> Derived<T> {
    pub(super) fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let slot = Slot::<Option<T>>::new(None);
        let version = versions(Box::new(move || {
            let new = Some(value());
            let differs = slot.with(|old| *old != new);
            if differs {
                slot.update(|old| *old = new);
            }
            differs
        }));
        Self { slot, version }
    }

    /// Reads it, and follows it.
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        // Reading the version works the value out where that is due.
        work_out(self.version);
        self.slot.with(|value| match value {
            Some(value) => read(value),
            None => unreachable!("a version is given with a value only"),
        })
    }

    /// Reads it as it is now.
    pub(super) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        untrack(|| self.with(read))
    }
}

impl<T: Clone + PartialEq + 'static> Derived<T> {
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: 'static> Slot<T> {
    pub(super) fn new(value: T) -> Self {
        Self { ticket: store(Rc::new(RefCell::new(value))), kind: PhantomData }
    }

    /// Reads it. The owner must still be there: see [`Slot::is_there`].
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let value = fetch(self.ticket);
        match value.as_ref().and_then(|value| value.downcast_ref::<RefCell<T>>()) {
            Some(value) => read(&value.borrow()),
            None => unreachable!("a slot holds what it was made with"),
        }
    }

    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        let value = fetch(self.ticket);
        if let Some(value) = value.as_ref().and_then(|value| value.downcast_ref::<RefCell<T>>()) {
            change(&mut value.borrow_mut());
        }
    }

    /// False once the owner is gone: for what comes late, a timer or an event of the window.
    pub(super) fn is_there(self) -> bool {
        fetch(self.ticket).is_some()
    }
}

// Compiled once, not into each of the many places that read and write.

#[inline(never)]
fn track(changed: Trigger) {
    changed.track();
}

#[inline(never)]
fn notify(changed: Trigger) {
    changed.notify();
}

#[inline(never)]
fn work_out(version: Memo<u64>) {
    version.get();
}

/// Keeps something until the owner goes: an effect, a listener.
pub(super) fn keep(thing: impl Any) {
    store(Rc::new(thing));
}

/// Where something is kept, and the turn of that place.
#[derive(Clone, Copy)]
struct Ticket {
    place: usize,
    turn: u32,
}

/// All that is kept.
struct Store {
    /// By place: the turn of what is or was there last, and what is there.
    places: Vec<(u32, Option<Rc<dyn Any>>)>,
    /// The places where nothing is.
    free: Vec<usize>,
}

thread_local! {
    // Leptos' own store wraps what belongs to one thread into something that asks at each access which thread
    // it is: that, with the allocator that it alone uses, weighed 3 kB.
    static STORE: RefCell<Store> = const { RefCell::new(Store { places: Vec::new(), free: Vec::new() }) };
}

#[inline(never)]
fn store(thing: Rc<dyn Any>) -> Ticket {
    let ticket = STORE.with_borrow_mut(|all| {
        let place = all.free.pop().unwrap_or(all.places.len());
        match all.places.get_mut(place) {
            Some((turn, there)) => {
                *turn += 1;
                *there = Some(thing);
                Ticket { place, turn: *turn }
            }
            None => {
                all.places.push((0, Some(thing)));
                Ticket { place, turn: 0 }
            }
        }
    });
    on_cleanup(move || {
        let gone = STORE.with_borrow_mut(|all| {
            all.free.push(ticket.place);
            all.places.get_mut(ticket.place).and_then(|(_, thing)| thing.take())
        });
        // Its end may be the end of others, so the store must be closed by then.
        drop(gone);
    });
    ticket
}

/// What a ticket stands for; nothing once the owner is gone.
#[inline(never)]
fn fetch(ticket: Ticket) -> Option<Rc<dyn Any>> {
    STORE.with_borrow(|all| {
        let (turn, thing) = all.places.get(ticket.place)?;
        if *turn == ticket.turn { thing.clone() } else { None }
    })
}

/// A number that grows whenever `step`, run when what it reads has changed, says that it made a
/// difference.
fn versions(step: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<u64> {
    Memo::new(move |last: Option<&u64>| last.copied().unwrap_or_default() + u64::from(step()))
}
