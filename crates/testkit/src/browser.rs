//! A customer's browser as far as a portal without JavaScript needs one: cookies, forms, no scripts.

use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, header};
use url::Url;

/// One browser with its own cookies; it does not follow redirects by itself, so stories see them.
#[derive(Debug, Clone)]
pub struct Browser {
    base: Url,
    http: Client,
}

/// A page as received.
#[derive(Debug)]
pub struct Page {
    /// The status line.
    pub status: StatusCode,
    /// The headers.
    pub headers: header::HeaderMap,
    /// The address it was received from.
    pub url: Url,
    /// The body.
    pub body: String,
}

impl Browser {
    pub(crate) fn new(base: Url) -> Self {
        let http = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy().build();
        Self { base, http: http.expect("a browser") }
    }

    /// A request as a browser sends it when a person navigates: same origin, top level.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = self.base.join(path).expect("a path or an address");
        let request = self.http.request(method.clone(), url).header("sec-fetch-mode", "navigate");
        match method {
            Method::POST => request
                .header(header::ORIGIN, self.base.origin().ascii_serialization())
                .header("sec-fetch-site", "same-origin"),
            _ => request.header("sec-fetch-site", "none"),
        }
    }

    /// Sends a request.
    pub async fn send(&self, request: RequestBuilder) -> Page {
        Page::read(request.send().await.expect("the server answers")).await
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        self.send(self.request(Method::GET, path)).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Page {
        self.send(self.request(Method::POST, path).form(form)).await
    }

    /// Follows a redirect.
    pub async fn follow(&self, page: &Page) -> Page {
        assert!(page.status.is_redirection(), "not a redirect: {} {}", page.status, page.body);
        self.get(page.location()).await
    }

    /// Presses the button of the page's form that posts to a path starting with `action`, with its
    /// hidden fields, the checked choices, and `more`.
    pub async fn submit(&self, page: &Page, action: &str, more: &[(&str, &str)]) -> Page {
        let (path, fields) = page.form(action);
        let mut form: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        form.retain(|(name, _)| more.iter().all(|(new, _)| new != name));
        form.extend(more);
        self.post(&path, &form).await
    }

    /// Opens a portal link and presses its button; returns the page it leads to.
    pub async fn open_link(&self, link: &Url) -> Page {
        let page = self.get(link.path()).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let redeemed = self.submit(&page, "/portal/l/", &[]).await;
        self.follow(&redeemed).await
    }
}

impl Page {
    async fn read(response: Response) -> Self {
        let (status, headers, url) = (response.status(), response.headers().clone(), response.url().clone());
        Self { status, headers, url, body: response.text().await.expect("a body") }
    }

    /// A header as text; empty if it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Whether the page says this, tags aside.
    pub fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// What the page says, tags, scripts and styles aside, each run of white space as one space.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut rest = self.body.as_str();
        while let Some((before, tagged)) = rest.split_once('<') {
            text.push_str(before);
            let skipped = ["style", "script"].iter().find(|tag| tagged.starts_with(**tag));
            let end = skipped.map_or_else(|| ">".to_owned(), |tag| format!("</{tag}>"));
            rest = tagged.split_once(&end).map_or("", |(_, after)| after);
            text.push(' ');
        }
        text.push_str(rest);
        let plain = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")];
        let text = plain.iter().rev().fold(text, |text, (entity, plain)| text.replace(entity, plain));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The address and the preset fields of the form that posts to a path starting with `action`.
    pub fn form(&self, action: &str) -> (String, Vec<(String, String)>) {
        let forms = self.body.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap_or(form));
        let mut found = forms.filter_map(|form| {
            let path = attribute(form.split('>').next()?, "action")?;
            path.starts_with(action).then_some((path, form))
        });
        let (path, form) =
            found.next().unwrap_or_else(|| panic!("no form posts to {action} on: {}", self.text()));
        let inputs = form.split("<input").skip(1).filter_map(|input| {
            let tag = input.split('>').next()?;
            let choice = matches!(attribute(tag, "type").as_deref(), Some("radio" | "checkbox"));
            let preset =
                !choice || tag.split_whitespace().any(|word| word.trim_end_matches('/') == "checked");
            preset.then(|| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default())))?
        });
        let selects = form.split("<select").skip(1).filter_map(|select| {
            let select = select.split("</select>").next()?;
            let options = || select.split("<option").skip(1).filter_map(|option| option.split('>').next());
            let chosen = options().find(|tag| tag.split_whitespace().any(|word| word == "selected"));
            let value = attribute(chosen.or_else(|| options().next())?, "value").unwrap_or_default();
            Some((attribute(select.split('>').next()?, "name")?, value))
        });
        (path, inputs.chain(selects).collect())
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(value.replace("&amp;", "&").replace("&quot;", "\""))
}
