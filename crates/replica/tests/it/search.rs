//! Finding customers.

use contract::feed::SnapshotRecord;
use domain::{Actor, EventBody};

use crate::server::Scene;
use crate::{nouns, now};

async fn found(scene: &Scene, typed: &str) -> Vec<String> {
    let list = scene.db.search_customers(typed, 0, 50, now()).await.expect("a list");
    assert_eq!(list.total as usize, list.rows.len(), "{typed}");
    list.rows.into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn people_find_whom_they_mean() {
    let scene = Scene::start().await;
    let people = [
        (1, "Luís Gonçalves", "luisg@embraer.com.br"),
        (2, "Zoë Ørsted & Söhne", "kontor@orsted.example"),
        (3, "Acme GmbH", "billing@acme.example"),
        (4, "O’Brien Foods", "hello@obrien.example"),
        (5, "acme labs", "labs@example.org"),
    ];
    let record = |(n, name, email)| SnapshotRecord::Customer { customer: nouns::customer(n, name, email) };
    scene.server(|says| says.records.extend(people.map(record)));
    scene.pull().await.expect("a snapshot");

    for (typed, names) in [
        ("goncalves", &["Luís Gonçalves"][..]),
        ("GONÇ lu", &["Luís Gonçalves"]),
        ("orsted", &["Zoë Ørsted & Söhne"]),
        ("soh zoe", &["Zoë Ørsted & Söhne"]),
        ("acme", &["Acme GmbH", "acme labs"]),
        ("acme bil", &["Acme GmbH"]),
        ("billing@acme.ex", &["Acme GmbH"]),
        ("obrien", &["O’Brien Foods"]),
        ("o’brien", &["O’Brien Foods"]),
        ("cus-0003", &["Acme GmbH"]),
        ("0005", &["acme labs"]),
        // Words are found by how they begin, and all of them must be.
        ("cme", &[]),
        ("acme zoe", &[]),
        ("\"; DROP TABLE", &[]),
        ("%", &[]),
        ("  ", &["Acme GmbH", "acme labs", "Luís Gonçalves", "O’Brien Foods", "Zoë Ørsted & Söhne"]),
    ] {
        assert_eq!(found(&scene, typed).await, names, "{typed}");
    }
}

#[tokio::test]
async fn a_rename_is_found_by_the_new_name_only_and_moves_in_the_list() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    for (number, name) in [(1, "Beta"), (2, "Alpha"), (3, "Gamma")] {
        let customer = nouns::customer(number, name, "a@b.co");
        scene.happens(Actor::System, EventBody::CustomerCreated { customer });
    }
    let customer = nouns::customer(2, "Omega", "a@b.co");
    scene.happens(Actor::System, EventBody::CustomerUpdated { customer });
    scene.pull().await.expect("events");

    assert_eq!(found(&scene, "").await, ["Beta", "Gamma", "Omega"]);
    assert_eq!(found(&scene, "omega").await, ["Omega"]);
    assert_eq!(found(&scene, "alpha").await, [""; 0]);
}

#[tokio::test]
async fn newcomers_join_the_list_sorted_and_windows_fit_together() {
    let scene = Scene::start().await;
    scene.pull().await.expect("a snapshot");
    let mut names: Vec<String> = (0..120).map(|number| format!("m{number:03}")).collect();
    names.push("z".into());
    for (number, name) in (0..).zip(names.iter().rev().take(1).chain(names.iter().take(120))) {
        let customer = nouns::customer(number, name, "a@b.co");
        scene.happens(Actor::System, EventBody::CustomerCreated { customer });
        if number % 50 == 0 {
            scene.pull().await.expect("events");
        }
    }
    scene.pull().await.expect("events");

    let list = scene.db.search_customers("", 0, 200, now()).await.expect("a list");
    assert_eq!(list.rows.into_iter().map(|row| row.name).collect::<Vec<_>>(), names);
    let window = scene.db.search_customers("m", 100, 10, now()).await.expect("a list");
    assert_eq!((window.total, window.rows[0].name.as_str()), (120, "m100"));
}
