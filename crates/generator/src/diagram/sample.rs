//! A platform as the catalog would draw it, for tests and measurements.

use super::model::{Diagram, Edge, EdgeKind, Node, NodeKind};

struct Sketch(Diagram);

impl Sketch {
    fn node(&mut self, kind: NodeKind, hue: u8, id: &str, parent: &str, icon: &str, (label, detail): (&str, &str)) {
        self.0.nodes.push(Node {
            id: id.into(),
            parent: (!parent.is_empty()).then(|| parent.into()),
            kind,
            icon: icon.into(),
            label: label.into(),
            detail: detail.into(),
            hue,
            component: id.split('[').next().unwrap_or(id).into(),
            stands_for: vec![format!("aws_thing.{}", id.split('[').next().unwrap_or(id))],
            ..Node::default()
        });
    }

    fn container(&mut self, hue: u8, id: &str, parent: &str, icon: &str, text: (&str, &str)) {
        self.node(NodeKind::Container, hue, id, parent, icon, text);
    }

    fn leaf(&mut self, hue: u8, id: &str, parent: &str, icon: &str, text: (&str, &str)) {
        self.node(NodeKind::Leaf, hue, id, parent, icon, text);
    }

    fn edge(&mut self, kind: EdgeKind, from: &str, label: &str, to: &str) {
        self.0.edges.push(Edge {
            id: format!("{from}-{to}"),
            from: from.into(),
            to: to.into(),
            label: label.into(),
            kind,
            ..Edge::default()
        });
    }
}

/// The base platform: about 40 boxes and 16 edges.
pub(crate) fn base() -> Diagram {
    use EdgeKind::{Control, Data, Identity, Traffic};
    let mut s = Sketch(Diagram { title: "harbor-t1, the base platform".into(), ..Diagram::default() });
    s.leaf(0, "administrators", "", "person", ("Administrators", "2 roles"));
    s.leaf(0, "internet", "", "internet", ("Internet", ""));
    s.container(0, "account", "", "account", ("AWS account", ""));
    s.container(0, "region", "account", "region", ("eu-central-1", ""));
    s.container(1, "vpc", "region", "network", ("VPC", "10.0.0.0/16"));
    s.leaf(1, "internet-gateway", "vpc", "gateway", ("Internet gateway", ""));
    for (at, zone) in ["a", "b", "c"].into_iter().enumerate() {
        let id = |what: &str| format!("{what}[{zone}]");
        s.container(1, &id("zone"), "vpc", "zone", (&format!("eu-central-1{zone}"), ""));
        s.container(1, &id("public"), &id("zone"), "subnet", ("Public", &format!("10.0.{}.0/24", 48 + at)));
        s.leaf(1, &id("nat"), &id("public"), "gateway", ("NAT gateway", "1 Elastic IP"));
        s.container(1, &id("private"), &id("zone"), "subnet", ("Private", &format!("10.0.{}.0/20", 16 * at)));
        s.leaf(1, &id("intra"), &id("zone"), "subnet", ("Intra", &format!("10.0.{}.0/24", 52 + at)));
        s.leaf(2, &id("general"), &id("private"), "node", ("general", "2 of m7g.large"));
    }
    s.leaf(1, "s3-endpoint", "vpc", "endpoint", ("S3 endpoint", "gateway"));
    s.leaf(1, "endpoints", "vpc", "endpoint", ("Endpoints", "ecr, sts, logs"));
    s.leaf(1, "flow-logs", "region", "log", ("Flow logs", "90 days"));
    s.container(2, "cluster", "vpc", "cluster", ("EKS cluster harbor-t1", "Kubernetes 1.35"));
    s.leaf(2, "control-plane", "cluster", "control", ("Control plane", "private endpoint"));
    s.leaf(2, "add-ons", "cluster", "workload", ("Add-ons", "5 managed"));
    s.leaf(2, "metrics-server", "cluster", "chart", ("Metrics Server", "2 replicas"));
    for name in ["dev", "staging", "production"] {
        s.container(2, &format!("namespace[{name}]"), "cluster", "namespace", (name, ""));
        s.leaf(2, &format!("guard[{name}]"), &format!("namespace[{name}]"), "policy", ("Guard rails", "restricted"));
    }
    s.leaf(2, "cluster-key", "region", "key", ("Cluster key", "KMS, rotates"));
    s.leaf(1, "log-key", "region", "key", ("Log key", "KMS, rotates"));
    s.leaf(2, "cluster-logs", "region", "log", ("Cluster logs", "5 kinds, 90 days"));
    s.leaf(2, "insights", "region", "chart", ("CloudWatch", "Container Insights"));
    s.leaf(0, "ecr", "region", "registry", ("ECR", "images"));

    s.edge(Control, "administrators", "kubectl", "control-plane");
    s.edge(Traffic, "internet", "reaches", "internet-gateway");
    for zone in ["a", "b", "c"] {
        s.edge(Traffic, &format!("nat[{zone}]"), "", "internet-gateway");
        s.edge(Traffic, &format!("general[{zone}]"), "", &format!("nat[{zone}]"));
    }
    s.edge(Control, "control-plane", "schedules on", "private[b]");
    s.edge(Data, "endpoints", "pulls images", "ecr");
    s.edge(Identity, "control-plane", "encrypts secrets with", "cluster-key");
    s.edge(Data, "control-plane", "writes logs to", "cluster-logs");
    s.edge(Data, "vpc", "records", "flow-logs");
    s.edge(Identity, "flow-logs", "encrypted by", "log-key");
    s.edge(Data, "add-ons", "send metrics to", "insights");
    s.edge(Control, "metrics-server", "serves metrics to", "control-plane");
    s.0
}

/// `copies` of the base platform in one account after the other.
pub(crate) fn large(copies: usize) -> Diagram {
    let mut all = Diagram { title: "Many".into(), ..Diagram::default() };
    for copy in 0..copies {
        let name = |id: &str| format!("{copy}:{id}");
        let one = base();
        all.nodes.extend(one.nodes.into_iter().map(|node| Node {
            id: name(&node.id),
            parent: node.parent.as_deref().map(name),
            ..node
        }));
        all.edges.extend(one.edges.into_iter().map(|edge| Edge {
            id: name(&edge.id),
            from: name(&edge.from),
            to: name(&edge.to),
            ..edge
        }));
    }
    all
}
