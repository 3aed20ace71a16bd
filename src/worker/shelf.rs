//! The shelf: lists that a reader keeps in this browser, in its database (IndexedDB), files as they are.
//!
//! It is here because the database has many calls, each of which the first load of the page would pay for.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode, TransactionResult};
use js_sys::{Array, Date};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, File};

use crate::kept::{Errand, Kept, NotKept};
use crate::seam::Answer;

/// The name of the database, and of what in it holds the lists.
const DATABASE: &str = "sourceline";
const STORE: &str = "kept";
/// The shape of the database. A list under its id is an array: its note as a text, then its files.
const SHAPE: u32 = 1;

/// Runs an errand with the files that came with it; gives what is answered, and the files that go with that.
pub(super) async fn run(errand: Errand, files: Vec<File>) -> (Answer, Vec<File>) {
    match tried(errand, files).await {
        Ok(done) => done,
        Err(why) => (Answer::Kept(Err(why)), Vec::new()),
    }
}

async fn tried(errand: Errand, files: Vec<File>) -> Result<(Answer, Vec<File>), NotKept> {
    let database = open().await.map_err(|_| NotKept::Blocked)?;
    let done = match errand {
        Errand::Look => look(&database).await,
        Errand::Keep(kept) => match keep(&database, *kept, &files).await {
            Ok(()) => look(&database).await,
            Err(why) => Err(why),
        },
        Errand::Forget(id) => match forget(&database, &id).await {
            Ok(()) => look(&database).await,
            Err(error) => Err(reason(&error)),
        },
        Errand::Recall(id) => recall(&database, &id).await,
    };
    // Another page of this site may want to change its shape.
    database.close();
    done
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(SHAPE))?;
    request.on_upgrade_needed(|event| {
        // Where this fails the first transaction tells.
        let made = event.database().map(|it| it.create_object_store(STORE, ObjectStoreParams::new()));
        drop(made);
    });
    request.await
}

/// All that is kept, the last first.
async fn look(database: &Database) -> Result<(Answer, Vec<File>), NotKept> {
    let rows = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        transaction.object_store(STORE)?.get_all(None, None)?.await
    };
    let rows = rows.await.map_err(|error| reason(&error))?;
    let mut all: Vec<_> = rows.iter().filter_map(note).collect();
    all.sort_by(|one, other| other.since.cmp(&one.since));
    Ok((Answer::Kept(Ok(all)), Vec::new()))
}

async fn keep(database: &Database, mut kept: Kept, files: &[File]) -> Result<(), NotKept> {
    kept.since = Date::new_0().to_iso_string().into();
    let row = Array::of1(&JsValue::from(kept.to_json()));
    for file in files {
        row.push(file);
    }
    let written = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.put(&row, Some(&JsValue::from(kept.id)))?.await?;
        transaction.commit()?.await
    };
    match written.await {
        Ok(TransactionResult::Committed) => Ok(()),
        // It was given up without a word when all had been said: there was no room in the end.
        Ok(TransactionResult::Aborted) => Err(NotKept::Full),
        Err(error) => Err(reason(&error)),
    }
}

async fn forget(database: &Database, id: &str) -> Result<(), Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(JsValue::from(id))?.await?;
    transaction.commit()?.await.map(drop)
}

async fn recall(database: &Database, id: &str) -> Result<(Answer, Vec<File>), NotKept> {
    let row = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        transaction.object_store(STORE)?.get(JsValue::from(id))?.await
    };
    let row = row.await.map_err(|error| reason(&error))?.ok_or(NotKept::Gone)?;
    let kept = note(&row).ok_or(NotKept::Gone)?;
    let files = row.unchecked_into::<Array>().iter().skip(1).filter_map(|it| it.dyn_into().ok()).collect();
    Ok((Answer::Recalled(Box::new(kept)), files))
}

/// The note of a row.
fn note(row: &JsValue) -> Option<Kept> {
    let text = row.dyn_ref::<Array>()?.get(0).as_string()?;
    Kept::from_json(&text)
}

/// What an error of the database means.
fn reason(error: &Error) -> NotKept {
    let name = match error {
        Error::DomException(it) => it.name(),
        Error::UpdateFailed(it) | Error::GetFailed(it) | Error::TransactionOpenFailed(it) => {
            it.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
        }
        _ => String::new(),
    };
    match name.as_str() {
        "QuotaExceededError" => NotKept::Full,
        "DataCloneError" | "NotReadableError" | "NotFoundError" | "UnknownError" | "DataError" => {
            NotKept::Unreadable
        }
        _ => NotKept::Blocked,
    }
}
