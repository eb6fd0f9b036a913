# shellcheck shell=bash
# shellcheck disable=SC2154 # lib.sh, which comes before, sets what is not set here
# Takes down what controllers in the cluster made, while they still run: Terraform's state knows nothing of it. Every step looks at what is
# there, so all of it can be run again.

# How long each wait may take, and how long it pauses between two looks.
wait_limit=${WAIT_TIMEOUT:-15m}
wait_pause=${WAIT_PAUSE_SECONDS:-10}

again="then run scripts/destroy again, which goes on here. --skip-teardown goes on without: what is left then stays in AWS and costs money, and scripts/leaks lists it"

# A configuration of its own: yours is not touched.
kube() { KUBECONFIG=$work/kubeconfig briefly kubectl --request-timeout=30s "$@" </dev/null; }

# The state of the cluster as EKS has it, or "gone".
cluster_status() { # CLUSTER REGION
  if briefly aws eks describe-cluster --region "$2" --name "$1" --query cluster.status --output text 2>"$work/said"; then return; fi
  if grep -q ResourceNotFoundException "$work/said"; then
    echo gone
  else
    cat "$work/said" >&2
    fail "EKS does not say whether the cluster $1 is there." "see above; your role needs eks:DescribeCluster."
  fi
}

# The way into the cluster, or a stop that says how to go on without.
reach() { # CLUSTER REGION
  need kubectl "install it (https://kubernetes.io/docs/tasks/tools/): what controllers made is taken down through it. Or use --skip-teardown, if there is nothing of that kind."
  briefly aws eks update-kubeconfig --region "$2" --name "$1" --kubeconfig "$work/kubeconfig" >/dev/null ||
    fail "The way to the cluster $1 cannot be read." "see above; your role needs eks:DescribeCluster."
  local ready
  ready=$(kube get --raw /readyz 2>&1) || true
  [[ $ready == ok ]] ||
    fail "The Kubernetes API of $1 does not answer: $ready" \
      "go by the way in that you chose (VPN, runner inside, cluster_endpoint_public_cidrs), $again."
  kube get customresourcedefinitions --output name >"$work/definitions" ||
    fail "The kinds that the cluster knows cannot be listed." "see above, $again."
}

# Kinds of others are asked for only when the cluster has their definition. Those of Kubernetes itself have no dot here.
knows() { # KIND
  [[ $1 != *.* ]] || grep -qx "customresourcedefinition.apiextensions.k8s.io/$1" "$work/definitions"
}

# The objects of a kind, a line each: NAMESPACE|NAME|SINCE_WHEN_IT_IS_ENDING, and more fields.
objects() { # KIND [MORE_FIELDS] [FILTER]
  knows "$1" || return 0
  kube get "$1" --all-namespaces \
    --output "jsonpath={range .items[${3:-*}]}{.metadata.namespace}|{.metadata.name}|{.metadata.deletionTimestamp}${2:-}{\"\\n\"}{end}"
}

application_sets() { objects applicationsets.argoproj.io; }
applications() { objects applications.argoproj.io '|{.metadata.finalizers}|{.spec.destination.server}|{.spec.destination.name}'; }
ingresses() { objects ingresses; }
gateways() { objects gateways.gateway.networking.k8s.io; }
services() { objects services '' '?(@.spec.type=="LoadBalancer")'; }
claims() { objects persistentvolumeclaims; }
snapshots() { objects volumesnapshots.snapshot.storage.k8s.io; }
in_aws() { load_balancers "$region" "$cluster"; }
records() { dns_records "$region" "$cluster" "$domain"; }

# What is deleted together with its claim, and what was before a run without --delete-volumes: POLICY|WHOSE|SIZE|KEPT follow the name.
data_objects() { # KIND POLICY_FIELD OWNER_FIELD SIZE_FIELD
  objects "$1" "|{.spec.$2}|{.spec.$3.namespace}/{.spec.$3.name}|{$4}|{.metadata.annotations.teardown/kept}"
}
volumes() { data_objects persistentvolumes persistentVolumeReclaimPolicy claimRef .spec.capacity.storage; }
contents() { data_objects volumesnapshotcontents.snapshot.storage.k8s.io deletionPolicy volumeSnapshotRef .status.restoreSize; }
# shellcheck disable=SC2016 # awk's own fields
is_lost_with_its_claim='$4 == "Delete" || $7 == "yes"'
lost_volumes() { volumes | awk -F'|' "$is_lost_with_its_claim"; }
lost_contents() { contents | awk -F'|' "$is_lost_with_its_claim"; }

# A list into a file. One that cannot be read is not an empty one; in the middle of a long wait it is asked for again.
list() { # FILE LIST [ATTEMPTS]
  local attempt
  for ((attempt = ${3:-1}; attempt > 0; attempt--)); do
    : >"$unasked"
    if "$2" >"$work/$1" && all_was_asked; then return; fi
    [[ $attempt == 1 ]] || sleep "$wait_pause"
  done
  cat "$unasked" >&2
  fail "It cannot be listed what is there (${2//_/ })." "see above, and for the permission that may be missing, $again."
}

# A list for people: what is in AWS, data, and other objects of the cluster have different fields.
readable() { # FILE
  awk -F'|' '
    NF == 4 { print "    " $1 "  " $3; next }
    NF == 7 { print "    " $2 "  of " $5 "  " $6; next }
    { print "    " ($1 == "" ? $2 : $1 "/" $2) }
  ' "$work/$1"
}

show() { # TITLE LIST
  list shown "$2"
  [[ -s $work/shown ]] || return 0
  anything=1
  printf '  %s:\n' "$1"
  readable shown
}

# Asks for the end of what a list finds, in each round of whatever is not ending yet, and waits until the list is empty.
until_gone() { # WHAT REMEDY LIST [KIND [ARGUMENTS OF kubectl delete]]
  local what=$1 remedy=$2 list=$3 kind=${4:-} limit deadline count before='' namespace name since rest
  shift 3
  list gone "$list"
  [[ -s $work/gone ]] || return 0
  limit=$(seconds "$wait_limit")
  say "teardown: $what, for at most $wait_limit"
  deadline=$((SECONDS + limit))
  while true; do
    if [[ $kind ]]; then
      while IFS='|' read -r namespace name since rest; do
        [[ ! $since ]] || continue
        kube delete "$kind" "$name" ${namespace:+--namespace "$namespace"} --ignore-not-found --wait=false "${@:2}" ||
          fail "$name of $what cannot be deleted." "see above, $again."
      done <"$work/gone"
    fi
    count=$(grep -c '' "$work/gone")
    [[ $count == "$before" ]] || echo "$count left"
    before=$count
    sleep "$wait_pause"
    list gone "$list" 3
    [[ -s $work/gone ]] || break
    [[ $SECONDS -lt $deadline ]] || {
      readable gone >&2
      fail "Of $what these are left after $wait_limit." "$remedy, $again. More time: WAIT_TIMEOUT=30m."
    }
  done
  echo "none left"
}

seconds() { # DURATION
  [[ $1 =~ ^[1-9][0-9]*[smh]?$ ]] || fail "WAIT_TIMEOUT is $1." "write it like 90s, 15m or 1h."
  case $1 in
    *h) echo $((${1%h} * 3600)) ;;
    *m) echo $((${1%m} * 60)) ;;
    *) echo "${1%s}" ;;
  esac
}

# Each component says which of its buckets are to outlive the platform.
stop_for_what_is_kept() {
  local part
  holds_resources infrastructure || return 0
  for part in "$bundle"/scripts/keeps/*.sh; do
    # shellcheck source=/dev/null
    [[ ! -e $part ]] || source "$part"
  done
}

# A bucket that keeps what is in it stops Terraform halfway: so it is decided on before anything goes. What counts is the setting as it was
# applied, and a later one does nothing until it is.
keep_bucket() { # LABEL WHAT SETTING
  local state bucket region object remedy
  grep -qx "aws_s3_bucket.$1" "$work/infrastructure.resources" || return 0
  state=$(in_root infrastructure state show -no-color "aws_s3_bucket.$1") || fail "The bucket of $2 cannot be looked up in the state." "see above, and run again."
  ! grep -q '^ *force_destroy *= true' <<<"$state" || return 0
  bucket=$(sed -n 's/^ *bucket *= "\(.*\)"$/\1/p' <<<"$state") region=$(value_of "$environment" infrastructure aws_region)
  object=$(briefly aws s3api list-object-versions --region "$region" --bucket "$bucket" --query 'Versions[0].Key' --output text 2>"$work/said") || {
    ! grep -q NoSuchBucket "$work/said" || return 0
    cat "$work/said" >&2
    fail "It cannot be seen whether the bucket $bucket holds $2." "see above; your role needs s3:ListBucketVersions."
  }
  [[ $object && $object != None ]] || return 0
  remedy="to keep them, let Terraform forget bucket and key, and run again:
  terraform -chdir=infrastructure state rm $(grep "\.$1\$" "$work/infrastructure.resources" | tr '\n' ' ')
to lose them, write $3 = true into environments/$environment/infrastructure.tfvars, run scripts/apply $environment, and run again."
  if [[ $dry_run ]]; then say "kept: the bucket $bucket holds $2, and would stop this; $remedy"; else
    fail "The bucket $bucket holds $2, which are not to be deleted." "$remedy"
  fi
}

# Argo CD takes the workloads of an Application with it, also those in other clusters, which are nobody's business here.
no_applications_elsewhere() {
  local namespace name since finalizers server other elsewhere='' endpoint
  endpoint=$(output cluster_endpoint)
  list applications applications
  while IFS='|' read -r namespace name since finalizers server other; do
    case "$server $other" in
      ' ' | 'https://kubernetes.default.svc ' | ' in-cluster' | "$endpoint ") ;;
      *) elsewhere+=" $namespace/$name" ;;
    esac
  done <"$work/applications"
  [[ ! $elsewhere ]] || fail "These Applications run in other clusters, and with them their workloads there would be deleted:$elsewhere." \
    "move them to another Argo CD, or delete each so that what it runs stays (argocd app delete NAME --cascade=false, after taking it off its ApplicationSet or parent), $again."
}

# An Application without the finalizer would go and leave its workloads, with their load balancers and records.
take_workloads_along() {
  local namespace name since finalizers rest finalizer=resources-finalizer.argocd.argoproj.io path value
  list applications applications
  while IFS='|' read -r namespace name since finalizers rest; do
    case $since$finalizers in
      '' | '[]') path=/metadata/finalizers value="[\"$finalizer\"]" ;;
      '['*) path=/metadata/finalizers/- value="\"$finalizer\"" ;;
      *) continue ;; # it is ending already: nothing may be added
    esac
    [[ $finalizers != *"$finalizer"* ]] || continue
    kube patch applications.argoproj.io "$name" --namespace "$namespace" --type=json \
      --patch "[{\"op\":\"add\",\"path\":\"$path\",\"value\":$value}]" ||
      fail "The Application $name cannot be told to take its workloads along." "see above, $again."
  done <"$work/applications"
}

# Sets what happens to volumes and snapshots when their claim goes. Those that were kept are marked, so that a later --delete-volumes knows
# which its owner had not meant to keep in any case.
set_policy() { # KIND LIST FIELD POLICY
  local namespace name since policy rest mark=null
  [[ $4 != Retain ]] || mark='"yes"'
  list data "$2"
  while IFS='|' read -r namespace name since policy rest; do
    [[ $policy != "$4" ]] || continue
    kube patch "$1" "$name" --type=merge --patch "{\"metadata\":{\"annotations\":{\"teardown/kept\":$mark}},\"spec\":{\"$3\":\"$4\"}}" ||
      fail "$name cannot be told to ${4} its data." "see above, $again."
  done <"$work/data"
}

set_policies() { # POLICY
  set_policy persistentvolumes lost_volumes persistentVolumeReclaimPolicy "$1"
  set_policy volumesnapshotcontents.snapshot.storage.k8s.io lost_contents deletionPolicy "$1"
}

# Data is never deleted by a general yes.
ask_about_data() {
  [[ $data && ! $delete_volumes && ! $yes && -t 0 ]] || return 0
  local answer
  read -r -p "Delete the volumes and snapshots too, with all data on them? Type delete; anything else keeps them: " answer
  [[ $answer != delete ]] || delete_volumes=1
}

# Before platform goes, and with it the controllers that clean up after themselves.
take_down() {
  local anything='' data=''
  say "teardown: what controllers in $cluster made, outside Terraform"
  no_applications_elsewhere
  show ApplicationSets application_sets
  show "Applications, with all that they run" applications
  show Ingresses ingresses
  show Gateways gateways
  show "Services of type LoadBalancer" services
  show "load balancers and what belongs to them, which their controller deletes" in_aws
  show "DNS records, which ExternalDNS deletes" records
  show volumes lost_volumes
  [[ ! -s $work/shown ]] || data=1
  show "snapshots of volumes" lost_contents
  [[ ! -s $work/shown ]] || data=1
  if [[ ! $anything ]]; then
    echo "  nothing"
    return
  fi
  if [[ $data && $delete_volumes ]]; then
    echo "  THE DATA on these volumes and snapshots is deleted, as --delete-volumes asks."
  elif [[ $data ]]; then
    echo "  Volumes and snapshots stay in AWS with their data and their price, without --delete-volumes."
  fi
  if [[ $dry_run ]]; then
    say "teardown: shown only, as --dry-run asks"
    return
  fi
  confirm "Take this down in $environment?"
  ask_about_data

  # First of all: an Application or a Helm release may have a claim among its objects.
  [[ $delete_volumes ]] || set_policies Retain

  # What makes others comes before them. Its Applications stay for a moment, since its controller would take off what is put on them.
  until_gone ApplicationSets "kubectl describe applicationsets --all-namespaces says what holds them" \
    application_sets applicationsets.argoproj.io --cascade=orphan
  take_workloads_along
  until_gone Applications "kubectl describe application NAME --namespace NAMESPACE says what holds it. To let go of one with its workloads where they are, take its finalizers off: kubectl patch application NAME --namespace NAMESPACE --type=merge --patch '{\"metadata\":{\"finalizers\":null}}'" \
    applications applications.argoproj.io

  local stuck="kubectl describe says what holds them; mostly it is that the load balancer controller does not run: scripts/apply $environment brings it back"
  until_gone Ingresses "$stuck" ingresses ingresses
  until_gone Gateways "$stuck" gateways gateways.gateway.networking.k8s.io
  until_gone "Services of type LoadBalancer" "$stuck" services services
  until_gone "load balancers, target groups and security groups in AWS" \
    "kubectl logs --namespace kube-system deployment/aws-load-balancer-controller says why. Where the controller is gone, delete them in AWS" in_aws
  until_gone "DNS records of $cluster" \
    "kubectl logs --namespace external-dns deployment/external-dns says why. Where ExternalDNS is gone, delete them in the zone, each with its TXT record" records
}

# After platform: then no release and no operator makes claims again, and the driver that deletes volumes still runs.
delete_data() {
  local namespace
  set_policies Delete
  list claims claims
  list snapshots snapshots
  # A volume in use stays, so its workloads stop. kube-system runs the drivers.
  cut -d'|' -f1 "$work/claims" | sort -u >"$work/namespaces"
  while read -r namespace; do
    [[ $namespace != kube-system ]] || continue
    say "teardown: the workloads of $namespace, whose volumes go"
    kube delete cronjobs,jobs,deployments,statefulsets,daemonsets,replicasets,replicationcontrollers,pods --all --namespace "$namespace" --wait=false ||
      fail "The workloads of $namespace cannot be stopped." "see above, $again."
  done <"$work/namespaces"
  until_gone snapshots "kubectl describe volumesnapshots --all-namespaces says what holds them" snapshots volumesnapshots.snapshot.storage.k8s.io
  until_gone claims "kubectl describe persistentvolumeclaims --all-namespaces says which pods use them: delete what makes these" claims persistentvolumeclaims
  until_gone volumes "kubectl describe persistentvolumes says what holds them" lost_volumes
  until_gone "contents of snapshots" "kubectl describe volumesnapshotcontents says what holds them" lost_contents
}
