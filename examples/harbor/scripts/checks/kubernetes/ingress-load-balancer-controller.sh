# shellcheck shell=bash
made helm_release.load_balancer_controller || return 0
expect "load balancer controller, pods that are ready" 2 "$(says '{.status.readyReplicas}' deployment aws-load-balancer-controller --namespace kube-system)"
