data "azuread_group" "engineers" {
  display_name = "Engineers" # who
}
resource "azuread_group" "alpine" {
  display_name     = "Project Alpine"
  security_enabled = true
}
resource "azuread_access_package_catalog" "partners" {
  display_name = "Partner collaboration"
  description  = <<-EOT
    What partners
    work on.
  EOT
}
resource "azuread_access_package_resource_catalog_association" "alpine" {
  catalog_id             = azuread_access_package_catalog.partners.id
  resource_origin_id     = azuread_group.alpine.object_id
  resource_origin_system = "AadGroup"
}
resource "azuread_access_package" "supplier" {
  catalog_id   = azuread_access_package_catalog.partners.id
  display_name = "Alpine supplier"
  description  = "Team"
}
resource "azuread_access_package_resource_package_association" "m" {
  access_package_id               = azuread_access_package.supplier.id
  catalog_resource_association_id = azuread_access_package_resource_catalog_association.alpine.id
}
resource "azuread_access_package_assignment_policy" "staff" {
  for_each          = toset(["a", "b"])
  access_package_id = azuread_access_package.supplier.id
  display_name      = "Staff ${each.key}"
  description       = "My assignment policy"
  duration_in_days  = 90
  requestor_settings {
    scope_type        = "SpecificDirectorySubjects"
    requests_accepted = true
    requestor {
      object_id    = data.azuread_group.engineers.object_id
      subject_type = "groupMembers"
    }
  }
  approval_settings {
    approval_required = true
    approval_stage {
      approval_timeout_in_days = 14
      primary_approver {
        subject_type = "requestorManager"
      }
      primary_approver {
        object_id    = azuread_group.alpine.object_id
        subject_type = "groupMembers"
        backup = true
      }
    }
  }
  assignment_review_settings {
    enabled                        = true
    review_frequency               = "weekly"
    duration_in_days               = 3
    review_type                    = "Self"
    access_review_timeout_behavior = "keepAccess"
  }
  question {
    text {
      default_text = "hello, how are you?"
    }
  }
}
resource "azuread_access_package_catalog_role_assignment" "r" {
  role_id             = "ae79f266-94d4-4dab-b730-feca7e132178"
  principal_object_id = azuread_group.alpine.object_id
  catalog_id          = azuread_access_package_catalog.partners.id
}
