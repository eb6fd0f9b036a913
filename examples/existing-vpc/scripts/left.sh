# shellcheck shell=bash
# What controllers and services made in AWS outside Terraform, found by the tags and names that they give it. It asks and changes nothing.

# What could not be asked stands here, a line each: the permission, and what AWS said. Most callers stand in a pipe, so a file remembers it.
# shellcheck disable=SC2154 # lib.sh, which comes before, makes $work
unasked=$work/unasked

# An answer of AWS, in lines.
ask() { # PERMISSION ARGUMENTS
  local permission=$1 answer
  shift
  answer=$(briefly aws "$@" --output text 2>"$work/said" </dev/null) || {
    printf '%s: %s\n' "$permission" "$(tr '\n' ' ' <"$work/said")" >>"$unasked"
    return 1
  }
  [[ ! $answer || $answer == None ]] || printf '%s\n' "$answer"
}

# The state of one thing; nothing when AWS says that there is no such thing. What cannot be asked counts as there.
state() { # PERMISSION ARGUMENTS
  local answer
  if answer=$(briefly aws "${@:2}" --output text 2>"$work/said" </dev/null); then
    [[ $answer == None ]] || printf '%s\n' "$answer"
  elif ! grep -qi 'NotFound' "$work/said"; then
    printf '%s: %s\n' "$1" "$(tr '\n' ' ' <"$work/said")" >>"$unasked"
    echo "state unknown"
  fi
}

tagged() { # REGION KEY VALUE [TYPES]
  local region=$1 key=$2 value=$3
  shift 3
  [[ $# == 0 ]] || set -- --resource-type-filters "$@"
  ask tag:GetResources resourcegroupstaggingapi get-resources --region "$region" --tag-filters "Key=$key,Values=$value" \
    --query 'ResourceTagMappingList[].[ResourceARN]' "$@"
}

# As KIND|REGION|WHAT|STATE. The tagging service remembers for a while what is gone, so each thing is asked for where it lives.
look_at() { # REGION < ARNS
  local arn id kind state
  while read -r arn; do
    id=${arn##*[/:]} kind='' state=''
    case $arn in
      *:elasticloadbalancing:*:loadbalancer/*/*/*)
        kind="load balancer" id=${arn#*:loadbalancer/}
        state=$(state elasticloadbalancing:DescribeLoadBalancers elbv2 describe-load-balancers --region "$1" --load-balancer-arns "$arn" --query 'LoadBalancers[].State.Code')
        ;;
      *:elasticloadbalancing:*:loadbalancer/*)
        kind="load balancer"
        state=$(state elasticloadbalancing:DescribeLoadBalancers elb describe-load-balancers --region "$1" --load-balancer-names "$id" --query 'LoadBalancerDescriptions[].Scheme')
        ;;
      *:targetgroup/*)
        kind="target group" id=${arn#*:targetgroup/}
        state=$(state elasticloadbalancing:DescribeTargetGroups elbv2 describe-target-groups --region "$1" --target-group-arns "$arn" --query 'TargetGroups[].TargetType')
        ;;
      *:elasticloadbalancing:*) continue ;; # listeners and rules go with their load balancer
      *:ec2:*:volume/*)
        kind=volume state=$(state ec2:DescribeVolumes ec2 describe-volumes --region "$1" --volume-ids "$id" --query "Volumes[].State")
        ;;
      *:ec2:*:snapshot/*)
        kind=snapshot state=$(state ec2:DescribeSnapshots ec2 describe-snapshots --region "$1" --snapshot-ids "$id" --query 'Snapshots[].State')
        ;;
      *:ec2:*:network-interface/*)
        kind="network interface" state=$(state ec2:DescribeNetworkInterfaces ec2 describe-network-interfaces --region "$1" --network-interface-ids "$id" --query 'NetworkInterfaces[].Status')
        ;;
      *:ec2:*:security-group/*)
        kind="security group" state=$(state ec2:DescribeSecurityGroups ec2 describe-security-groups --region "$1" --group-ids "$id" --query 'SecurityGroups[].GroupName')
        ;;
      *:ec2:*:instance/*)
        kind=instance state=$(state ec2:DescribeInstances ec2 describe-instances --region "$1" --instance-ids "$id" --query 'Reservations[].Instances[].State.Name')
        ;;
      *:ec2:*:natgateway/*)
        kind="NAT gateway" state=$(state ec2:DescribeNatGateways ec2 describe-nat-gateways --region "$1" --nat-gateway-ids "$id" --query 'NatGateways[].State')
        ;;
      *:ec2:*:vpc-endpoint/*)
        kind="VPC endpoint" state=$(state ec2:DescribeVpcEndpoints ec2 describe-vpc-endpoints --region "$1" --vpc-endpoint-ids "$id" --query 'VpcEndpoints[].State')
        ;;
      *:ec2:*)
        # EC2 keeps no tags of what is gone.
        kind=${arn%/*} kind=${kind##*:}
        [[ ! $(state ec2:DescribeTags ec2 describe-tags --region "$1" --filters "Name=resource-id,Values=$id" --query 'Tags[0].Key') ]] || state=there
        ;;
      *:eks:*)
        kind=${arn#*:*:*:*:*:} kind="EKS ${kind%%/*}" id=${arn#*/}
        state=$(state eks:DescribeCluster eks describe-cluster --region "$1" --name "${id%%/*}" --query cluster.status)
        ;;
      *:kms:*:key/*)
        kind="KMS key" state=$(state kms:DescribeKey kms describe-key --region "$1" --key-id "$arn" --query KeyMetadata.KeyState)
        ;;
      *:secretsmanager:*)
        kind=secret id=${arn#*:secret:}
        [[ ! $(state secretsmanager:DescribeSecret secretsmanager describe-secret --region "$1" --secret-id "$arn" --query Name) ]] || state=there
        [[ ! $state || ! $(state secretsmanager:DescribeSecret secretsmanager describe-secret --region "$1" --secret-id "$arn" --query DeletedDate) ]] || state="waits for its deletion"
        ;;
      *:log-group:*)
        id=${arn#*:log-group:} id=${id%:\*}
        log_groups "$1" "$id" || true
        continue
        ;;
      *) kind=$(cut -d: -f3 <<<"$arn") state=tagged id=$arn ;;
    esac
    case $state in
      '' | terminated | deleted) ;;
      PendingDeletion | PendingReplicaDeletion) printf '%s|%s|%s|%s\n' "$kind" "$1" "$id" "waits for its deletion" ;;
      *) printf '%s|%s|%s|%s\n' "$kind" "$1" "$id" "$(tr '\n\t' '  ' <<<"$state" | sed 's/ *$//')" ;;
    esac
  done
}

log_groups() { # REGION PREFIX
  local group
  ask logs:DescribeLogGroups logs describe-log-groups --region "$1" --log-group-name-prefix "$2" --query 'logGroups[].[logGroupName]' |
    while read -r group; do printf 'log group|%s|%s|%s\n' "$1" "$group" "there"; done
}

# What GuardDuty makes in a VPC where somebody lets it manage its agents. It carries the VPC's name and not the cluster's, and its endpoint
# keeps the VPC from being deleted.
made_by_guardduty() { # REGION CLUSTER
  local arn id name
  for arn in $(tagged "$1" Cluster "$2" ec2:vpc); do
    ask ec2:DescribeSecurityGroups ec2 describe-security-groups --region "$1" \
      --filters "Name=group-name,Values=GuardDutyManagedSecurityGroup-${arn##*/}" --query 'SecurityGroups[].[GroupId,GroupName]' |
      while read -r id name; do printf 'security group|%s|%s|%s, with an endpoint\n' "$1" "$id" "$name"; done
  done
}

# Load balancers, target groups and security groups that belong to Ingresses, Gateways and Services of a cluster.
load_balancers() { # REGION CLUSTER
  {
    tagged "$1" elbv2.k8s.aws/cluster "$2" elasticloadbalancing ec2:security-group || true
    # Kubernetes' own controller, which serves where no other does, marks its load balancers like this.
    tagged "$1" "kubernetes.io/cluster/$2" owned elasticloadbalancing:loadbalancer || true
  } | sort -u | look_at "$1"
}

# Records that ExternalDNS made for a cluster: beside each stands a TXT record that names the owner.
dns_records() { # REGION CLUSTER DOMAIN
  [[ $3 ]] || return 0
  local zone name
  for zone in $(ask route53:ListHostedZonesByName route53 list-hosted-zones-by-name --region "$1" --dns-name "$3" \
    --query "HostedZones[?Name=='$3.' && !(Config.PrivateZone)].[Id]"); do
    ask route53:ListResourceRecordSets route53 list-resource-record-sets --region "$1" --hosted-zone-id "$zone" \
      --query "ResourceRecordSets[?Type=='TXT' && ResourceRecords[?contains(Value, 'external-dns/owner=$2,') || ends_with(Value, 'external-dns/owner=$2\"')]].[Name]" |
      while read -r name; do printf 'DNS record|global|%s|owned by %s\n' "$name" "$2"; done
  done
}

# Nothing that could not be asked passes for nothing left.
all_was_asked() { [[ ! -s $unasked ]]; }
