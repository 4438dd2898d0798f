//! The database runs full, is locked by another program, or goes away: people are told so, nothing is half
//! done, and what they did is there to be done again afterwards.

use std::path::Path;

use client::{ClientError, IdempotencyKey};
use contract::ErrorCode;
use contract::api::CreatePortalSession;
use domain::{Customer, Subscription, SubscriptionStatus};
use portico::db::Db;
use portico::import::{Options, apply, csv};
use portico::store;
use reqwest::StatusCode;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection};
use testkit::{Browser, Engine, World};

use crate::import::chinook;
use crate::visiting::{sequence, visit};

/// One statement on the connection that writes. SQLite itself then refuses, as it does on a full disk.
async fn on_the_writer(world: &World, statement: String) -> i64 {
    let Db::Sqlite { writer, .. } = &world.app.db else { panic!("a story of SQLite") };
    sqlx::query_scalar(AssertSqlSafe(statement)).fetch_one(writer).await.unwrap()
}

/// Lets the file grow by so many pages and no more.
async fn fill_the_disk(world: &World, pages_left: i64) {
    let pages = on_the_writer(world, "PRAGMA page_count".into()).await;
    on_the_writer(world, format!("PRAGMA max_page_count = {}", pages + pages_left)).await;
}

async fn clear_the_disk(world: &World) {
    on_the_writer(world, "PRAGMA max_page_count = 1073741823".into()).await;
}

fn away(refused: &ClientError) -> bool {
    matches!(refused, ClientError::Problem(problem) if problem.code == ErrorCode::Unavailable)
}

async fn stored(world: &World, subscription: &Subscription) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await.unwrap().unwrap()
}

/// A customer with a subscription, in the portal.
async fn subscriber(world: &World) -> (Customer, Subscription, Browser) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(world, &acme).await;
    (acme, subscription, browser)
}

#[tokio::test]
async fn a_full_disk_keeps_an_import_out_whole() {
    let world = World::start(Engine::Sqlite).await;
    let mapping = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/import/chinook.toml");
    let mapping = toml::from_str(&std::fs::read_to_string(mapping).unwrap()).unwrap();
    let reading = || csv::read(&mapping, &chinook()).records;
    fill_the_disk(&world, 60).await;
    let before = sequence(&world).await;

    let refused = apply(&world.app, &world.merchant, reading(), Options::default(), || {}).await.unwrap_err();
    assert!(format!("{refused:#}").contains("nothing was written"), "{refused:#}");
    assert_eq!(sequence(&world).await, before, "not even an event");
    assert!(world.client().list_customers(None).await.unwrap().data.is_empty());

    clear_the_disk(&world).await;
    apply(&world.app, &world.merchant, reading(), Options::default(), || {}).await.unwrap();
    assert_eq!(world.client().list_customers(None).await.unwrap().data.len(), 50, "a page of them");
}

#[tokio::test]
async fn on_a_full_disk_reading_goes_on_and_a_change_can_be_made_later() {
    let world = World::start(Engine::Sqlite).await;
    let (acme, subscription, browser) = subscriber(&world).await;
    let path = format!("/portal/subscriptions/{}", subscription.id);
    let ask = browser.get(&format!("{path}/cancel")).await;
    fill_the_disk(&world, 0).await;

    let refused = browser.submit(&ask, &path, &[]).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    assert!(refused.says("Your data is safe"), "{}", refused.text());
    assert_eq!(stored(&world, &subscription).await, subscription, "nothing is half done");
    assert_eq!(browser.get(&path).await.status, StatusCode::OK, "reading goes on");
    // A transaction that ended so takes its connection, and with it the limit, along.
    fill_the_disk(&world, 0).await;
    let key = IdempotencyKey::from_entropy(world.app.rng.bytes());
    let wish = CreatePortalSession::for_customer(acme.id.clone());
    let refused = world.client().create_portal_session(&key, &wish).await.unwrap_err();
    assert!(away(&refused), "{refused}");

    clear_the_disk(&world).await;
    browser.submit(&ask, &path, &[]).await;
    assert!(stored(&world, &subscription).await.cancelation.is_some(), "the same form works");
    world.client().create_portal_session(&key, &wish).await.expect("and so does the same call");
}

#[tokio::test]
async fn a_file_locked_by_another_program_is_waited_for_then_reported() {
    let world = World::start(Engine::Sqlite).await;
    let (_, subscription, browser) = subscriber(&world).await;
    let path = format!("/portal/subscriptions/{}", subscription.id);
    let ask = browser.get(&format!("{path}/cancel")).await;
    // Else the story would wait as long as people do.
    on_the_writer(&world, "PRAGMA busy_timeout = 50".into()).await;
    let mut other = SqliteConnection::connect(&world.app.config.database_url).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();

    let refused = browser.submit(&ask, &path, &[]).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    assert_eq!(browser.get(&path).await.status, StatusCode::OK, "reading goes on");

    other.execute("ROLLBACK").await.unwrap();
    browser.submit(&ask, &path, &[]).await;
    assert!(stored(&world, &subscription).await.cancelation.is_some());
    assert_eq!(stored(&world, &subscription).await.status, SubscriptionStatus::Active);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_went_away_is_reported_and_found_again() {
    let world = World::start(Engine::Postgres).await;
    let (_, subscription, browser) = subscriber(&world).await;
    let path = format!("/portal/subscriptions/{}", subscription.id);
    let ask = browser.get(&format!("{path}/cancel")).await;
    let address = url::Url::parse(&world.app.config.database_url).unwrap();
    let name = address.path().trim_start_matches('/').to_owned();
    let mut elsewhere = address.clone();
    elsewhere.set_path("/postgres");
    let mut admin = PgConnection::connect(elsewhere.as_str()).await.unwrap();
    let mut admin = async |statement: String| admin.execute(AssertSqlSafe(statement)).await.unwrap();

    admin(format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    admin(format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")).await;
    assert_eq!(browser.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    for page in [browser.submit(&ask, &path, &[]).await, browser.get(&path).await] {
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.text());
        assert!(page.says("try again"), "{}", page.text());
    }
    let refused = world.client().account().await.unwrap_err();
    assert!(away(&refused), "{refused}");

    admin(format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).await;
    assert_eq!(browser.get("/readyz").await.status, StatusCode::OK);
    assert_eq!(stored(&world, &subscription).await, subscription);
    browser.submit(&ask, &path, &[]).await;
    assert!(stored(&world, &subscription).await.cancelation.is_some(), "the same form works");
}

/// Whoever goes back to an older Portico is told, before anything is written by rules it does not know.
#[tokio::test]
async fn a_database_of_a_newer_portico_stays_as_it_is() {
    let world = World::start(Engine::Sqlite).await;
    let Db::Sqlite { writer, .. } = &world.app.db else { panic!("a story of SQLite") };
    let step = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                VALUES (9000, 'to come', 1, x'00', 0)";
    sqlx::query(step).execute(writer).await.unwrap();
    let file: String =
        sqlx::query_scalar("SELECT file FROM pragma_database_list").fetch_one(writer).await.unwrap();
    let told = Db::connect(&format!("sqlite:{file}"), 1).await.unwrap_err().to_string();
    assert!(told.contains("last used by a newer Portico; nothing was changed"), "{told}");
    assert!(told.contains("9000"), "{told}");
}
