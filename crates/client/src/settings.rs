//! *Settings → Customer Portal* and *Settings → Branding*.

use domain::{Branding, Configuration, ConfigurationId};
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, IF_MATCH};

use crate::request::etag;
use crate::{Client, ClientError, IdempotencyKey};

const CONFIGURATION: &[&str] = &["portal-configuration"];
const CONFIGURATIONS: &str = "portal-configurations";
const BRANDING: &[&str] = &["branding"];
const LOGO: &[&str] = &["branding", "logo"];

impl Client {
    /// `GET /v1/portal-configuration`: the default one.
    pub async fn configuration(&self) -> Result<Configuration, ClientError> {
        self.get(CONFIGURATION).await
    }

    /// `POST /v1/portal-configurations`
    pub async fn create_configuration(
        &self,
        key: &IdempotencyKey,
        new: &Configuration,
    ) -> Result<Configuration, ClientError> {
        self.post_once(&[CONFIGURATIONS], key, new).await
    }

    /// `PUT /v1/portal-configurations/{id}`, refused if somebody saved it since `edited.version`.
    pub async fn save_configuration(&self, edited: &Configuration) -> Result<Configuration, ClientError> {
        self.put(&[CONFIGURATIONS, edited.id.as_str()], edited.version, edited).await
    }

    /// `POST /v1/portal-configurations/{id}/make-default`, refused if somebody saved it since `version`.
    pub async fn make_default_configuration(
        &self,
        id: &ConfigurationId,
        version: i64,
    ) -> Result<Configuration, ClientError> {
        let request = self.request(Method::POST, &[CONFIGURATIONS, id.as_str(), "make-default"]);
        self.json(request.header(IF_MATCH, etag(version))).await
    }

    /// `DELETE /v1/portal-configurations/{id}`, refused if somebody saved it since `version`, and while it
    /// counts for anybody.
    pub async fn delete_configuration(&self, id: &ConfigurationId, version: i64) -> Result<(), ClientError> {
        let request = self.request(Method::DELETE, &[CONFIGURATIONS, id.as_str()]);
        self.send(request.header(IF_MATCH, etag(version))).await.map(drop)
    }

    /// `GET /v1/branding`
    pub async fn branding(&self) -> Result<Branding, ClientError> {
        self.get(BRANDING).await
    }

    /// `PUT /v1/branding`, refused if somebody saved it since `branding.version`. The logo stays as it is.
    pub async fn save_branding(&self, edited: &Branding) -> Result<Branding, ClientError> {
        self.put(BRANDING, edited.version, edited).await
    }

    /// `GET /v1/branding/logo`: the picture.
    pub async fn logo(&self) -> Result<Vec<u8>, ClientError> {
        self.bytes(self.request(Method::GET, LOGO)).await
    }

    /// `PUT /v1/branding/logo`, refused if somebody saved the branding since `version`.
    pub async fn save_logo(
        &self,
        version: i64,
        media_type: &str,
        picture: Vec<u8>,
    ) -> Result<Branding, ClientError> {
        let request = self.request(Method::PUT, LOGO).header(IF_MATCH, etag(version));
        self.json(request.header(CONTENT_TYPE, media_type).body(picture)).await
    }

    /// `DELETE /v1/branding/logo`, refused if somebody saved the branding since `version`.
    pub async fn delete_logo(&self, version: i64) -> Result<Branding, ClientError> {
        self.json(self.request(Method::DELETE, LOGO).header(IF_MATCH, etag(version))).await
    }
}
