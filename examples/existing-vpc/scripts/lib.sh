# shellcheck shell=bash
# What apply, destroy, check and leaks share. They are written for bash 3.2 and later, so that they run on macOS as well.

bundle=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Scratch: plans and the cluster's certificate, gone at the end.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# How long one terraform command may take. A control plane takes 10 to 15 minutes, and so does its deletion.
limit=${STEP_TIMEOUT:-60m}

# Spares the hints on what to run next: the scripts know.
export TF_IN_AUTOMATION=1

# Reads the environment into $environment, and flags into variables: --dry-run becomes $dry_run=1. Each script has a usage of its own.
# shellcheck disable=SC2034 # not every script looks at every flag
read_arguments() { # ALLOWED_FLAGS ARGUMENTS
  local allowed=$1 argument
  shift
  environment='' yes='' dry_run='' skip_access_check='' skip_delegation_check='' skip_teardown='' delete_volumes='' aws_only=''
  for argument in "$@"; do
    if [[ $argument == -h || $argument == --help ]]; then
      usage
      exit
    elif [[ $argument == --* && " $allowed " == *" $argument "* ]]; then
      case $argument in
        --yes) yes=1 ;;
        --dry-run) dry_run=1 ;;
        --skip-access-check) skip_access_check=1 ;;
        --skip-delegation-check) skip_delegation_check=1 ;;
        --skip-teardown) skip_teardown=1 ;;
        --delete-volumes) delete_volumes=1 ;;
        --aws-only) aws_only=1 ;;
      esac
    elif [[ $argument != -* && ! $environment ]]; then
      environment=$argument
    else
      usage >&2
      exit 2
    fi
  done
  if [[ ! $environment ]]; then
    usage >&2
    exit 2
  fi
  [[ -d $bundle/environments/$environment ]] ||
    fail "There is no environment $environment." "choose one of: $(cd "$bundle/environments" && printf '%s ' *)"
}

# Of these root modules the ones that this platform has in the environment. What exists once per account is kept by one environment:
# others in the same account have no account.tfvars.
present() { # ENVIRONMENT ROOTS
  local environment=$1 root
  shift
  for root in "$@"; do
    [[ -d $bundle/$root ]] || continue
    [[ $root != account || -e $bundle/environments/$environment/account.tfvars ]] || continue
    echo "$root"
  done
}

say() { printf '\n==> %s\n' "$*"; }

# fail MESSAGE REMEDY: what is wrong, and what to do about it.
fail() {
  printf '\nerror: %s\n' "$1" >&2
  [[ $# -lt 2 ]] || printf 'remedy: %s\n' "$2" >&2
  exit "${failure:-1}"
}

need() { # COMMAND REMEDY
  command -v "$1" >/dev/null || fail "$1 is not installed." "$2"
}

need_tools() {
  need terraform "install Terraform 1.11 or later: https://developer.hashicorp.com/terraform/install"
  need_aws
}

need_aws() {
  need aws "install the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
  if command -v timeout >/dev/null; then timeout=timeout; else
    need gtimeout "install GNU coreutils, which bring timeout (brew install coreutils)."
    timeout=gtimeout
  fi
}

# Interrupted in time, Terraform finishes what it is at, releases the lock and writes its state; only then it is killed.
bounded() { "$timeout" --foreground --signal=INT --kill-after=5m "$limit" "$@"; }

# A question is answered within a minute or not at all.
briefly() { "$timeout" --foreground --kill-after=10s 1m "$@"; }

in_root() { # ROOT COMMAND [ARGUMENTS]
  local root=$1
  shift
  bounded terraform -chdir="$bundle/$root" "$@"
}

# Each environment and root has a state of its own; -reconfigure, because the same folder serves several environments.
init_root() { # ENVIRONMENT ROOT
  mkdir -p "$bundle/state/$1"
  in_root "$2" init -input=false -reconfigure -backend-config="path=../state/$1/$2.tfstate" >"$work/init.log" 2>&1 || {
    cat "$work/init.log" >&2
    fail "terraform init failed in $2." "see above; without a network to registry.terraform.io set up a provider mirror."
  }
  # -reconfigure migrates nothing: after a change of the backend an empty state would look like a new environment, and be built again.
  if grep -q '"mode": "managed"' "$bundle/state/$1/$2.tfstate" 2>/dev/null && ! holds_resources "$2"; then
    fail "state/$1/$2.tfstate holds resources and the backend that $2 uses holds none." \
      "move the state first, as the README says under State; if that file is an old copy and all of it is gone, delete it."
  fi
}

# Whether the state of a root, once initialised, holds any; a state that cannot be read is not an empty one. The list stays in $work.
holds_resources() { # ROOT
  in_root "$1" state list >"$work/$1.resources" 2>"$work/state.log" || {
    ! grep -q 'No state file was found' "$work/state.log" || return 1
    cat "$work/state.log" >&2
    fail "The state of $1 cannot be read." "see above; your role needs to read the backend, and nothing was changed."
  }
  grep -qv '^data\.' "$work/$1.resources"
}

# The value of a variable in an environment, as it is written: from the tfvars or, where they leave it out, the default.
setting() { # ENVIRONMENT ROOT VARIABLE
  local value
  value=$(sed -n "s/^ *$3 *= *\(\"[^\"]*\"\).*/\1/p" "$bundle/environments/$1/$2.tfvars" | tail -n 1)
  [[ $value ]] || value=$(sed -n "/^variable \"$3\"/,/^}/s/^  default *= *\(\"[^\"]*\"\).*/\1/p" "$bundle/$2"/*.tf)
  echo "$value"
}

value_of() { setting "$@" | tr -d '"'; } # ENVIRONMENT ROOT VARIABLE

# The domain whose records this environment may have, or nothing.
domain_of() { # ENVIRONMENT
  local root
  for root in infrastructure platform; do
    if [[ -d $bundle/$root ]] && declares "$root" domain_name; then
      value_of "$1" "$root" domain_name
      return
    fi
  done
}

# The roots find each other's things by name: a name changed in one file only would lead to another environment's cluster or zone.
same_settings() { # ENVIRONMENT
  local root variable here there
  for root in $(present "$1" account platform); do
    for variable in cluster_name environment_suffix aws_region domain_name; do
      # What is once per account may be administered from another region.
      [[ $root/$variable != account/aws_region ]] || continue
      if ! declares "$root" "$variable" || ! declares infrastructure "$variable"; then continue; fi
      here=$(setting "$1" infrastructure "$variable") there=$(setting "$1" "$root" "$variable")
      [[ $here == "$there" ]] ||
        fail "$variable is ${here:-not given} in environments/$1/infrastructure.tfvars and ${there:-not given} in $root.tfvars." "write the same in both."
    done
  done
}

declares() { grep -q "^variable \"$2\" {" "$bundle/$1"/*.tf; } # ROOT VARIABLE

# Output of a root, or nothing before it has been applied: Terraform prints a warning in its place then, which has blanks.
output_of() { # ROOT NAME
  local value
  value=$(in_root "$1" output -raw "$2" 2>/dev/null) || return 0
  [[ $value == *[[:space:]]* ]] || echo "$value"
}

output() { output_of infrastructure "$1"; } # NAME

# --- Secrets: ephemeral variables without a default. Terraform forgets them, so they are supplied each time, in the environment.

secrets_of() { # ROOT
  awk '
    /^variable "/ { split($0, word, "\""); name = word[2]; secret = 0; given = 0 }
    /^  ephemeral += true/ { secret = 1 }
    /^  default +=/ { given = 1 }
    /^}/ { if (name && secret && !given) print name; name = "" }
  ' "$bundle/$1"/*.tf
}

is_supplied() { # SECRET
  local name=TF_VAR_$1
  [[ ${!name:-} ]]
}

# All that are missing at once, before anything is changed.
need_secrets() { # ENVIRONMENT
  local root secret missing='' how=''
  for root in $(present "$1" account infrastructure platform); do
    for secret in $(secrets_of "$root"); do
      if ! is_supplied "$secret" && [[ " $missing " != *" $secret "* ]]; then
        missing+=" $secret"
        how+=$'\n'"  read -rs TF_VAR_$secret; export TF_VAR_$secret"
      fi
    done
  done
  [[ ! $missing ]] || fail "These secrets are not supplied:$missing." \
    "type or paste each after its command, which keeps it out of the shell's history, and run again in the same shell:$how"
}

# Terraform wants a value even where nothing is sent: then that of the tests does, which is no secret.
stand_in_for_secrets() { # ENVIRONMENT
  local root secret value
  for root in $(present "$1" account infrastructure platform); do
    for secret in $(secrets_of "$root"); do
      is_supplied "$secret" && continue
      value=$(cat "$bundle/$root"/tests/*.auto.tfvars 2>/dev/null | sed -n "s/^$secret *= *\"\(.*\)\"$/\1/p" | tail -n 1)
      export "TF_VAR_$secret=$(printf '%b' "${value:-not-used}")"
    done
  done
}

# --- The zone: what is in it is found only when the zone above names its name servers.

# The name servers that the zone above names for a domain. It is asked itself: other resolvers remember for a while that there were none.
delegated_to() { # DOMAIN
  local above=$1 server=''
  while [[ ! $server && $above == *.* ]]; do
    above=${above#*.}
    server=$(briefly dig +short NS "$above" | head -n 1)
  done
  [[ $server ]] || return 0
  briefly dig +norecurse +noall +answer +authority NS "$1" "@$server" | awk '$4 == "NS" { print tolower($5) }' | sed 's/\.$//'
}

name_servers() { in_root account output -json name_servers | tr -d '[]" \n' | tr ',' '\n' | tr '[:upper:]' '[:lower:]'; }

is_delegated() { # DOMAIN
  delegated_to "$1" | grep -xFf <(name_servers) >/dev/null
}

check_delegation() {
  local domain
  domain=$(output_of account domain_name)
  [[ $domain ]] || return 0
  need dig "install it (Debian and Ubuntu: bind9-dnsutils, Fedora: bind-utils), or use --skip-delegation-check."
  if is_delegated "$domain"; then
    say "delegation: the zone above leads to $domain"
    return
  fi
  say "delegation: the zone above does not lead to $domain yet. Enter this NS record there, or at the registrar:"
  name_servers | sed "s/^/    $domain. NS /; s/\$/./"
  fail "The zone $domain is not delegated: nobody finds names in it, and certificates for them cannot be validated." \
    "enter the record above and run again; what is applied stays. --skip-delegation-check goes on without, and certificates then wait for it."
}

confirm() { # QUESTION
  [[ ! $yes ]] || return 0
  [[ -t 0 ]] || fail "There is no terminal to ask on." "read the plan above and run again with --yes."
  local answer
  read -r -p "$1 Type yes: " answer
  [[ $answer == yes ]] || fail "Stopped: nothing was changed in this step."
}

# Plans a root and, when something is to change, applies the plan that was shown.
run_plan() { # ENVIRONMENT ROOT QUESTION [PLAN ARGUMENTS]
  local environment=$1 root=$2 question=$3 status=0
  shift 3
  in_root "$root" plan -input=false -detailed-exitcode -out="$work/$root.tfplan" \
    -var-file="../environments/$environment/$root.tfvars" "$@" || status=$?
  case $status in
    0)
      say "$root: nothing to change"
      return
      ;;
    2) ;;
    124) fail "terraform plan took longer than $limit in $root." "run again, or allow more time: STEP_TIMEOUT=90m." ;;
    *) fail "terraform plan failed in $root." "see above; values that are asked for belong into environments/$environment/$root.tfvars, where open questions are marked." ;;
  esac
  if [[ $dry_run ]]; then
    say "$root: planned only, as --dry-run asks"
    return
  fi
  confirm "$question"
  status=0
  in_root "$root" apply -input=false "$work/$root.tfplan" || status=$?
  case $status in
    0) ;;
    124) fail "terraform apply took longer than $limit in $root and was interrupted." "run again: it goes on where it stopped. More time: STEP_TIMEOUT=90m." ;;
    *) fail "terraform apply failed in $root." "see above, then run again: it goes on where it stopped." ;;
  esac
}

# In another account everything would look gone, and Terraform would forget it.
same_account() { # ENVIRONMENT ROOT
  local here there
  # A shared network may be another account's; the cluster and its roles are not.
  there=$(in_root "$2" state pull 2>/dev/null | awk -F: '/"arn": "arn:[^:]*:(eks|iam):/ && $6 ~ /^[0-9]+$/ { print $6; exit }') || true
  [[ $there ]] || return 0
  here=$(briefly aws sts get-caller-identity --region "$(value_of "$1" infrastructure aws_region)" --query Account --output text) ||
    fail "AWS does not know who you are." "log in (aws sso login, or AWS_PROFILE) and run again."
  [[ $here == "$there" ]] ||
    fail "You are in the AWS account $here, and $2 was applied in $there." "change to that account (AWS_PROFILE) and run again."
}

# --- The way in: Helm talks to the Kubernetes API as whoever runs this script.

# The caller as access entries name it. STS shows a role without its path, so it is looked for among the entries.
is_caller() { # PRINCIPAL_ARN CALLER_ARN
  [[ $1 != "$2" ]] || return 0
  local account role
  [[ $2 == *:assumed-role/* ]] || return 1
  account=$(cut -d: -f5 <<<"$2")
  role=$(cut -d/ -f2 <<<"$2")
  [[ $1 == *":iam::$account:role/"* && ${1##*/} == "$role" ]]
}

check_access() { # ENVIRONMENT
  local name region caller entries entry policies administrators='' found='' file="environments/$1/infrastructure.tfvars"
  name=$(output cluster_name) region=$(output aws_region)
  caller=$(briefly aws sts get-caller-identity --region "$region" --query Arn --output text) ||
    fail "AWS does not know who you are." "log in (aws sso login, or AWS_PROFILE) and run again."

  entries=$(briefly aws eks list-access-entries --region "$region" --cluster-name "$name" --query 'accessEntries[]' --output text) ||
    fail "The access entries of the cluster $name cannot be read." "see above; your role needs eks:ListAccessEntries and eks:ListAssociatedAccessPolicies, or use --skip-access-check."
  for entry in $entries; do
    policies=$(briefly aws eks list-associated-access-policies --region "$region" --cluster-name "$name" --principal-arn "$entry" \
      --query 'associatedAccessPolicies[].policyArn' --output text) ||
      fail "The access policies of $entry cannot be read." "see above; your role needs eks:ListAssociatedAccessPolicies, or use --skip-access-check."
    [[ $policies == *AmazonEKSClusterAdminPolicy* ]] || continue
    administrators+=" $entry"
    ! is_caller "$entry" "$caller" || found=$entry
  done
  [[ $administrators ]] || fail "The cluster $name has no administrator." "name one in cluster_admin_principal_arns in $file and run again."
  [[ $found ]] || fail "You are $caller and no administrator of the cluster $name." \
    "become one of them:$administrators; or add your role to cluster_admin_principal_arns in $file and run again."
  say "access: $found administers the cluster"

  check_endpoint "$name" "$region" "$file"
}

# Asks the API server itself: that proves network, certificate and permission in one request.
check_endpoint() { # CLUSTER REGION TFVARS_FILE
  local endpoint token answer='' attempt
  need curl "install curl."
  endpoint=$(output cluster_endpoint)
  briefly aws eks describe-cluster --region "$2" --name "$1" --query cluster.certificateAuthority.data --output text |
    base64 --decode >"$work/ca.pem" ||
    fail "The certificate of the cluster $1 cannot be read." "see above; your role needs eks:DescribeCluster, or use --skip-access-check."
  token=$(briefly aws eks get-token --region "$2" --cluster-name "$1" --query status.token --output text) ||
    fail "There is no token for the cluster $1." "see above; log in again, and update the AWS CLI to 2.11.1 or later."

  # An access entry takes up to a minute to work.
  for attempt in 1 2 3 4 5 6; do
    # The token goes by standard input: arguments can be read by everyone on this machine.
    if answer=$(printf 'Authorization: Bearer %s\nContent-Type: application/json\n' "$token" |
      curl --silent --show-error --max-time 10 --cacert "$work/ca.pem" --header @- \
        --data '{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"verb":"*","group":"*","resource":"*"}}}' \
        "$endpoint/apis/authorization.k8s.io/v1/selfsubjectaccessreviews" 2>&1); then
      if grep -q '"allowed": *true' <<<"$answer"; then
        say "access: the Kubernetes API answers and lets you administer"
        return
      fi
    elif [[ $attempt -ge 2 ]]; then
      fail "The Kubernetes API at $endpoint cannot be reached from here: $answer" \
        "go by the way in that you chose: the VPN or a runner inside for private access (cluster_endpoint_private_cidrs), or name your public address in cluster_endpoint_public_cidrs in $3 and run again.${otherwise:-}"
    fi
    sleep "${ACCESS_RETRY_SECONDS:-10}"
  done
  fail "The Kubernetes API answers, but does not let you administer: $answer" "see the access entries of the cluster: aws eks list-access-entries --cluster-name $1."
}
