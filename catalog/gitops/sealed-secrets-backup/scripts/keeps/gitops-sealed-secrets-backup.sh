# shellcheck shell=bash
keep_bucket sealing_keys "backups of the sealing keys" sealing_key_backup_force_destroy
