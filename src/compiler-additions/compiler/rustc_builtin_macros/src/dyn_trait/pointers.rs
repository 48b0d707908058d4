//! The pointers, and how each hands `self` on to what it points to.

use std::fmt;
use std::ops::BitAnd;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pointer {
    Ref,
    RefMut,
    Box,
    Rc,
    Arc,
}

pub(super) static BORROWED: &[Pointer] = &[Pointer::Ref, Pointer::RefMut];
pub(super) static ALL: &[Pointer] =
    &[Pointer::Ref, Pointer::RefMut, Pointer::Box, Pointer::Rc, Pointer::Arc];

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Pointer::Ref => "`&T`",
            Pointer::RefMut => "`&mut T`",
            Pointer::Box => "`Box<T>`",
            Pointer::Rc => "`Rc<T>`",
            Pointer::Arc => "`Arc<T>`",
        })
    }
}

/// A set of pointers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct PointerSet(u8);

impl PointerSet {
    pub(super) const NONE: Self = PointerSet(0);
    pub(super) const ALL: Self = PointerSet(0b11111);

    pub(super) fn contains(self, pointer: Pointer) -> bool {
        self.0 & (1 << pointer as u8) != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self == Self::NONE
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Pointer> {
        ALL.iter().copied().filter(move |&pointer| self.contains(pointer))
    }
}

impl FromIterator<Pointer> for PointerSet {
    fn from_iter<I: IntoIterator<Item = Pointer>>(pointers: I) -> Self {
        PointerSet(pointers.into_iter().fold(0, |set, pointer| set | (1 << pointer as u8)))
    }
}

impl BitAnd for PointerSet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        PointerSet(self.0 & other.0)
    }
}

/// As a list in a sentence.
impl fmt::Display for PointerSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointers: Vec<Pointer> = self.iter().collect();
        for (index, pointer) in pointers.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == pointers.len() => f.write_str(" and ")?,
                _ => f.write_str(", ")?,
            }
            write!(f, "{pointer}")?;
        }
        Ok(())
    }
}

/// How a method takes `self`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Receiver {
    /// It takes none.
    None,
    /// `&self`
    Ref,
    /// `&mut self`
    RefMut,
    /// `self`
    Value,
    /// `self: Box<Self>`
    Box,
    /// `self: Rc<Self>`
    Rc,
    /// `self: Arc<Self>`
    Arc,
    /// `self: Pin<&Self>`
    PinRef,
    /// `self: Pin<&mut Self>`
    PinRefMut,
    /// `self: Pin<Box<Self>>`
    PinBox,
    /// Anything else.
    Other,
}

/// What to make of the `self` of a pointer's method for that of its pointee.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    /// Nothing; there is none.
    None,
    /// `&**self`
    Reborrow,
    /// `&mut **self`
    ReborrowMut,
    /// `*self`: out of its box.
    MoveOut,
    /// `Rc::unwrap_or_clone(self)`: `self` is an `Rc<Rc<T>>`.
    CloneRc,
    /// The same for `Arc`.
    CloneArc,
    /// `Pin::new(&**Pin::get_ref(self))`
    Pin,
    /// `Pin::new(&mut **Pin::get_mut(self))`
    PinMut,
    /// `Box::into_pin(*Pin::into_inner(self))`: `self` is a `Pin<Box<Box<T>>>`, whose inner box is pinned by
    /// nobody yet.
    PinBox,
}

impl Receiver {
    pub(super) fn target_of(self, pointer: Pointer) -> Option<Target> {
        let is_unique = matches!(pointer, Pointer::RefMut | Pointer::Box);
        Some(match (self, pointer) {
            (Receiver::None, _) => Target::None,
            (Receiver::Ref, _) => Target::Reborrow,
            (Receiver::RefMut, _) if is_unique => Target::ReborrowMut,
            (Receiver::Value | Receiver::Box, Pointer::Box) => Target::MoveOut,
            (Receiver::Rc, Pointer::Rc) => Target::CloneRc,
            (Receiver::Arc, Pointer::Arc) => Target::CloneArc,
            (Receiver::PinRef, _) => Target::Pin,
            (Receiver::PinRefMut, _) if is_unique => Target::PinMut,
            (Receiver::PinBox, Pointer::Box) => Target::PinBox,
            _ => return None,
        })
    }

    /// The pointers that can hand it on.
    pub(super) fn pointers(self) -> PointerSet {
        ALL.iter().copied().filter(|&pointer| self.target_of(pointer).is_some()).collect()
    }
}

impl Target {
    /// Whether the pointee has to be `Unpin`: nothing says that what a pointer points to is pinned where the
    /// pointer is.
    pub(super) fn needs_unpin(self) -> bool {
        matches!(self, Target::Pin | Target::PinMut)
    }
}
