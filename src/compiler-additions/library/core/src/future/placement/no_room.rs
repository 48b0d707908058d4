//! Why a future can't be placed.

use crate::alloc::Layout;
use crate::{error, fmt};

/// There is no room for a future in a [`Place`].
///
/// It is what [`dyn_try_in!`] returns, and what the message of [`dyn_in!`] says.
///
/// [`Place`]: super::Place
/// [`dyn_in!`]: super::dyn_in
/// [`dyn_try_in!`]: super::dyn_try_in
///
/// # Examples
///
/// ```
/// #![feature(dyn_placement)]
/// use std::alloc::Layout;
/// use std::future::NoRoom;
///
/// let no_room = NoRoom::too_small(Layout::new::<[u64; 5]>(), 16);
/// assert_eq!(no_room.layout().size(), 40);
/// assert_eq!(no_room.available(), Some(16));
/// assert!(!no_room.is_taken());
/// assert_eq!(
///     no_room.to_string(),
///     "40 bytes (aligned to 8) are needed, but there are only 16",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub struct NoRoom {
    layout: Layout,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    TooSmall { available: usize },
    Taken,
    Unknown,
}

// For who writes a place. They are cold so that each call to one says which branch is unlikely.
impl NoRoom {
    /// The place does not say why.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[cold]
    #[must_use]
    pub const fn new(needed: Layout) -> NoRoom {
        NoRoom { layout: needed, why: Why::Unknown }
    }

    /// The place has `available` bytes, which are too few, or not enough of them are aligned.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[cold]
    #[must_use]
    pub const fn too_small(needed: Layout, available: usize) -> NoRoom {
        NoRoom { layout: needed, why: Why::TooSmall { available } }
    }

    /// The place is taken by another future, which may have been leaked.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[cold]
    #[must_use]
    pub const fn taken(needed: Layout) -> NoRoom {
        NoRoom { layout: needed, why: Why::Taken }
    }
}

impl NoRoom {
    /// The layout of the future that has no room.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[must_use]
    pub const fn layout(&self) -> Layout {
        self.layout
    }

    /// How many bytes there are, if it is known and that is the reason.
    ///
    /// They may be enough for a future of a smaller alignment.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[must_use]
    pub const fn available(&self) -> Option<usize> {
        match self.why {
            Why::TooSmall { available } => Some(available),
            Why::Taken | Why::Unknown => None,
        }
    }

    /// Whether the place is taken. It is for ever if the future there has been leaked.
    #[unstable(feature = "dyn_placement", issue = "none")]
    #[must_use]
    pub const fn is_taken(&self) -> bool {
        matches!(self.why, Why::Taken)
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl fmt::Display for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (size, align) = (self.layout.size(), self.layout.align());
        write!(f, "{size} bytes (aligned to {align}) are needed, but ")?;
        match self.why {
            Why::TooSmall { available } if available < size => {
                write!(f, "there are only {available}")
            }
            Why::TooSmall { available } => {
                write!(f, "there are only {available}, without the padding for this alignment")
            }
            Why::Taken => f.write_str("the place is taken by a future that has not been dropped"),
            Why::Unknown => f.write_str("the place does not have them"),
        }
    }
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl error::Error for NoRoom {}
