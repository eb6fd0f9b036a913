//! What all panes are built of. Each has one type, whatever is in it, so that the program holds its code once: a third of the
//! page's size depends on it.

use crate::icons::icon;
use gloo::timers::callback::Timeout;
use leptos::{ev, prelude::*};
use std::cell::RefCell;
use std::sync::Arc;

/// What follows from the state and is computed once for all who read it, and only they hear of a change.
pub fn memo<T: Send + Sync + PartialEq + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed(Box::new(compute))
}

fn boxed<T: Send + Sync + PartialEq + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| compute())
}

/// What is done whenever something that it reads has changed.
pub fn effect(run: impl Fn() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn Fn()>) {
    Effect::new(move |_| run());
}

/// The same a pause later, unless something has changed again by then. What is to be done is said at once.
pub fn later(pause: u32, plan: impl Fn() -> Option<Box<dyn FnOnce()>> + 'static) {
    let waiting = RefCell::new(None);
    effect(move || {
        // Dropping the timer of the last change stops it.
        waiting.take();
        waiting.replace(plan().map(|run| Timeout::new(pause, run)));
    });
}

/// A text that follows the state.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A truth that follows the state.
pub fn flag(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(flag)
}

/// The same as a text, for the attributes that say "true" or "false".
pub fn said(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || flag().to_string())
}

/// A part of the page that is made anew when what it reads changes.
pub fn part(part: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let part: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(part);
    part.into_any()
}

/// Nothing.
pub fn none() -> AnyView {
    ().into_any()
}

/// Several, one after the other.
pub fn all(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<_>>().into_any()
}

/// A row for each key; rows whose key stays are left alone.
pub fn rows(keys: Memo<Vec<String>>, row: impl Fn(String) -> AnyView + Send + Sync + 'static) -> AnyView {
    keyed(keys, Arc::new(row))
}

fn keyed(keys: Memo<Vec<String>>, row: Arc<dyn Fn(String) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || keys.get() key=String::clone children=move |key| row(key) /> }.into_any()
}

type Click = Box<dyn FnMut(ev::MouseEvent)>;

pub fn click(mut action: impl FnMut() + 'static) -> Click {
    Box::new(move |_| action())
}

/// A button of words and icons.
pub fn button(class: &str, says: AnyView, action: impl FnMut() + 'static) -> AnyView {
    let (class, click) = (class.to_owned(), click(action));
    view! { <button type="button" class=class on:click=click>{says}</button> }.into_any()
}

/// A button that is only an icon, with its name for those who cannot see it.
pub fn icon_button(
    class: &str,
    path: &'static str,
    name: impl Into<String>,
    action: impl FnMut() + 'static,
) -> AnyView {
    let (class, name, click) = (class.to_owned(), name.into(), click(action));
    view! { <button type="button" class=class title=name.clone() aria-label=name on:click=click>{icon(path)}</button> }
        .into_any()
}

/// An element of words.
pub fn span(class: &'static str, says: impl Into<String>) -> AnyView {
    let says: String = says.into();
    view! { <span class=class>{says}</span> }.into_any()
}

/// The same, following the state.
pub fn live(class: &'static str, says: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <span class=class>{text(says)}</span> }.into_any()
}

/// Words that only a screen reader says.
pub fn unseen(says: impl Into<String>) -> AnyView {
    span("unseen", says)
}

pub fn paragraph(class: &'static str, says: impl Into<String>) -> AnyView {
    let says: String = says.into();
    view! { <p class=class>{says}</p> }.into_any()
}

/// An entry of a list.
pub fn item(class: &'static str, says: AnyView) -> AnyView {
    view! { <li class=class>{says}</li> }.into_any()
}

/// A list of entries.
pub fn items(class: &'static str, all: AnyView) -> AnyView {
    view! { <ul class=class>{all}</ul> }.into_any()
}

/// A sentence of the engine, with what stands between backticks as code.
pub fn words(text: &str) -> AnyView {
    let part = |(position, part): (usize, &str)| {
        let part = part.to_owned();
        if position % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    };
    all(text.split('`').enumerate().map(part))
}
