//! The merchant's configurations: which there are, which is the default, and what can be done with them.

use contract::ipc::{CreateConfiguration, DeleteConfiguration, Failure, MakeDefaultConfiguration};
use domain::{Configuration, ConfigurationId};
use yew::prelude::*;

use crate::bridge;
use crate::components::button::{Button, Weight};
use crate::components::dialog::Confirm;
use crate::components::section::Section;
use crate::query::use_task;
use crate::state::{Action, use_console};

#[derive(PartialEq, Properties)]
pub(crate) struct ConfigurationListProps {
    /// The default first.
    pub(crate) all: Vec<Configuration>,
    /// The one in the form.
    pub(crate) open: ConfigurationId,
    pub(crate) onopen: Callback<ConfigurationId>,
}

/// What waits for a yes.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    MakeDefault,
    Delete,
}

/// One row each; acts are about the one that is open.
#[component]
pub(crate) fn ConfigurationList(props: &ConfigurationListProps) -> Html {
    let console = use_console();
    let task = use_task();
    let asked = use_state(|| None::<Asked>);
    let Some(open) = props.all.iter().find(|one| one.id == props.open).cloned() else {
        return Html::default();
    };
    // A draft belongs to the one that is open.
    let settled = console.portal_draft.is_none();
    let ready = console.may_configure() && settled && !task.busy();

    let run = {
        let (dispatch, task, asked) = (console.dispatcher(), task.clone(), asked.clone());
        let onopen = props.onopen.clone();
        move |act: Act| {
            let (dispatch, asked, onopen) = (dispatch.clone(), asked.clone(), onopen.clone());
            task.run(async move {
                match act.run().await {
                    Ok((sentence, next)) => {
                        dispatch.dispatch(Action::Done(sentence));
                        next.into_iter().for_each(|id| onopen.emit(id));
                    }
                    Err(reason) => dispatch.dispatch(Action::Failed(reason)),
                }
                asked.set(None);
            });
        }
    };
    let onduplicate = {
        let (run, all, open) = (run.clone(), props.all.clone(), open.clone());
        Callback::from(move |()| run(Act::Duplicate(copy_of(&open, &all))))
    };
    let ask = |what: Asked| {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(Some(what)))
    };
    let onclose = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let onconfirm = {
        let (run, open, asked) = (run.clone(), open.clone(), asked.clone());
        let default = props.all.iter().find(|one| one.is_default).map(|one| one.id.clone());
        Callback::from(move |()| match *asked {
            Some(Asked::MakeDefault) => run(Act::MakeDefault(open.clone())),
            Some(Asked::Delete) => run(Act::Delete(open.clone(), default.clone())),
            None => {}
        })
    };
    let actions = html! {
        <>
        if !open.is_default {
            <Button id="make-default" label="Make default" disabled={!ready} onclick={ask(Asked::MakeDefault)} />
            <Button id="delete-configuration" label="Delete" weight={Weight::Danger} disabled={!ready} onclick={ask(Asked::Delete)} />
        }
        <Button id="duplicate" label="Duplicate" busy={task.busy()} disabled={!ready} onclick={onduplicate} />
        </>
    };
    html! {
        <Section
            id="configurations" title="Configurations" {actions}
            lead="The default counts for everyone. To give some customers other rights, duplicate one, change the copy, and assign it on the customer's page or choose it as you send a link."
        >
            <ul class="hub configurations">
                { for props.all.iter().map(|one| {
                    let here = one.id == props.open;
                    let onclick = { let (onopen, id) = (props.onopen.clone(), one.id.clone()); Callback::from(move |_: MouseEvent| onopen.emit(id.clone())) };
                    html! {
                        <li key={one.id.to_string()}>
                            <button type="button" aria-current={here.then_some("true")} disabled={!here && !settled} {onclick}>
                                <span class="name">{ &one.name }</span>
                                if one.is_default { <span class="badge">{ "Default" }</span> }
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if !settled && props.all.len() > 1 { <p class="help hint">{ "Save or discard your changes to open another one." }</p> }
            { match *asked {
                Some(Asked::MakeDefault) => html! {
                    <Confirm title={format!("Make {} the default?", open.name)} label="Make default" busy={task.busy()} {onconfirm} {onclose}>
                        <p>{ "From the next page on it counts for every customer without a configuration of their own." }</p>
                    </Confirm>
                },
                Some(Asked::Delete) => html! {
                    <Confirm title={format!("Delete {}?", open.name)} label="Delete configuration" danger=true busy={task.busy()} {onconfirm} {onclose}>
                        <p>{ "It can be deleted once no customer and no link that still works depends on it. This cannot be undone." }</p>
                    </Confirm>
                },
                None => Html::default(),
            } }
        </Section>
    }
}

/// Something done to a configuration.
enum Act {
    Duplicate(Configuration),
    MakeDefault(Configuration),
    /// And which to open instead.
    Delete(Configuration, Option<ConfigurationId>),
}

impl Act {
    /// Does it, says what was done, and which one to open then.
    async fn run(self) -> Result<(String, Option<ConfigurationId>), Failure> {
        Ok(match self {
            Self::Duplicate(configuration) => {
                let made = bridge::call(CreateConfiguration { configuration }).await?;
                (format!("{} was made. It counts for nobody until you assign it.", made.name), Some(made.id))
            }
            Self::MakeDefault(Configuration { id, version, .. }) => {
                let made = bridge::call(MakeDefaultConfiguration { id, version }).await?;
                (format!("{} is the default now.", made.name), None)
            }
            Self::Delete(Configuration { id, version, name, .. }, next) => {
                bridge::call(DeleteConfiguration { id, version }).await?;
                (format!("{name} was deleted."), next)
            }
        })
    }
}

/// The same under a name that is free.
fn copy_of(one: &Configuration, all: &[Configuration]) -> Configuration {
    let free = |name: &String| all.iter().all(|other| other.name != *name);
    let names = (1..).map(|count| match count {
        1 => format!("Copy of {}", one.name),
        _ => format!("Copy {count} of {}", one.name),
    });
    let name = names.into_iter().map(|name| name.chars().take(60).collect()).find(free);
    Configuration { name: name.unwrap_or_default(), is_default: false, ..one.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_finds_a_name_of_its_own() {
        let one = Configuration::default();
        let first = copy_of(&one, std::slice::from_ref(&one));
        assert_eq!((first.name.as_str(), first.is_default), ("Copy of Default", false));
        let second = copy_of(&one, &[one.clone(), first]);
        assert_eq!(second.name, "Copy 2 of Default");
    }
}
