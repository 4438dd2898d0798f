//! What the marks on the pages mean, for readers who listen.
//!
//! In: nodes as the sheet is composed, and which pieces of pages they own. Out: the PDF's tag tree.
//! Not here: drawing.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagKind, TagTree};

/// A node of the [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// A tree whose leaves own marks on the pages; it is read in the order in which nodes were added.
pub(crate) struct Structure {
    nodes: Vec<Entry>,
}

struct Entry {
    tag: TagKind,
    children: Vec<NodeId>,
    content: Vec<Identifier>,
}

impl Structure {
    /// All of the sheet.
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        Self { nodes: vec![Entry { tag: Tag::Part.into(), children: Vec::new(), content: Vec::new() }] }
    }

    pub(crate) fn add(&mut self, parent: NodeId, tag: impl Into<TagKind>) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Entry { tag: tag.into(), children: Vec::new(), content: Vec::new() });
        self.nodes[parent.0].children.push(id);
        id
    }

    /// A heading; `level` counts from 1.
    pub(crate) fn add_heading(&mut self, level: NonZeroU16, words: &str) -> NodeId {
        self.add(Self::ROOT, Tag::Hn(level, Some(words.to_owned())))
    }

    pub(crate) fn own(&mut self, node: NodeId, content: Identifier) {
        self.nodes[node.0].content.push(content);
    }

    pub(crate) fn into_tags(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for child in std::mem::take(&mut self.nodes[0].children) {
            tree.push(self.group(child));
        }
        tree
    }

    fn group(&mut self, id: NodeId) -> TagGroup {
        let entry = &mut self.nodes[id.0];
        let mut group = TagGroup::new(entry.tag.clone());
        group.children = std::mem::take(&mut entry.content).into_iter().map(Node::from).collect();
        for child in std::mem::take(&mut entry.children) {
            let child = self.group(child);
            group.push(child);
        }
        group
    }
}
