"""What kind of change it is, what for, and how the information travels."""

from consult.core import _l
from consult.proposals.enums.keyed import Keyed


class ChangeType(Keyed):
    NEW_SHARING = "new_sharing", _l("Start sharing something new")
    EXTEND_SHARING = "extend_sharing", _l("Share more, or with more people")
    NEW_PURPOSE = "new_purpose", _l("Use what is already shared for something new")
    REDUCE_SHARING = "reduce_sharing", _l("Share less")
    STOP_SHARING = "stop_sharing", _l("Stop sharing")
    NEW_SYSTEM = "new_system", _l("Move to a new system or supplier")
    RENEW_AGREEMENT = "renew_agreement", _l("Renew an agreement")
    EMERGENCY_REVIEW = "emergency_review", _l("Look back at sharing done in an emergency")


class Purpose(Keyed):
    PREVENT_CRIME_FRAUD = (
        "prevent_crime_fraud",
        _l("Prevent crime and fraud"),
        "ps:PublicServiceFraudPreventionDetection",
    )
    SAFEGUARDING_CHILDREN = (
        "safeguarding_children",
        _l("Keep children safe"),
        "ps:SocialWelfareRiskAssessment",
    )
    SAFEGUARDING_ADULTS = (
        "safeguarding_adults",
        _l("Keep adults at risk safe"),
        "ps:SocialWelfareRiskAssessment",
    )
    HEALTH_PREVENTION = "health_prevention", _l("Help people stay well")
    DIRECT_CARE = "direct_care", _l("Give care to a person")
    HOUSING_HOMELESSNESS = (
        "housing_homelessness",
        _l("Housing, and preventing homelessness"),
        "ps:HousingWelfareManagement",
    )
    DEBT_SUPPORT = "debt_support", _l("Help people with debt"), "ps:SocialAssistanceManagement"
    FUEL_POVERTY_SUPPORT = (
        "fuel_poverty_support",
        _l("Help people who cannot afford to stay warm"),
        "ps:SocialAssistanceManagement",
    )
    BENEFITS_ELIGIBILITY = (
        "benefits_eligibility",
        _l("Check which benefits and support people can get"),
        "ps:PublicServiceEligibilityAssessment",
    )
    EDUCATION_SEND = "education_send", _l("Schools, and extra help with learning")
    EARLY_HELP = "early_help", _l("Help families early"), "ps:SocialAssistanceManagement"
    EMERGENCY_PLANNING = "emergency_planning", _l("Plan for and respond to emergencies")
    ONE_ACCOUNT = (
        "one_account",
        _l("Let people link the services they choose"),
        "dpv:ServicePersonalisation",
    )
    KEEP_DETAILS_CURRENT = (
        "keep_details_current",
        _l("Keep details up to date"),
        "dpv:ServiceProvision",
    )
    PLANNING_COMMISSIONING = (
        "planning_commissioning",
        _l("Plan and buy services"),
        "dpv:PublicPolicyMaking",
    )
    RESEARCH_STATISTICS = (
        "research_statistics",
        _l("Research and statistics"),
        "dpv:ResearchAndDevelopment",
    )
    DEMOCRATIC = "democratic", _l("Voting and democracy")
    ENVIRONMENT_TRANSPORT = "environment_transport", _l("Environment and transport")
    STAFF_HR = "staff_hr", _l("Managing the council’s own staff")
    OTHER = "other", _l("Something else")


class Frequency(Keyed):
    ONE_OFF = "one_off", _l("Once")
    ON_REQUEST = "on_request", _l("When somebody asks")
    NEAR_REAL_TIME = "near_real_time", _l("Straight away, as things change")
    DAILY = "daily", _l("Every day")
    WEEKLY = "weekly", _l("Every week")
    MONTHLY = "monthly", _l("Every month")
    QUARTERLY = "quarterly", _l("Every three months")
    YEARLY = "yearly", _l("Every year")


class Method(Keyed):
    SECURE_FILE_TRANSFER = "secure_file_transfer", _l("Secure file transfer")
    SYSTEM_TO_SYSTEM = "system_to_system", _l("From one computer system to another")
    SHARED_SYSTEM_ACCESS = "shared_system_access", _l("Staff look into the same system")
    SECURE_EMAIL = "secure_email", _l("Secure e-mail")
    ANALYSIS_IN_PLACE = (
        "analysis_in_place",
        _l("Nothing leaves: questions are asked where the information is kept"),
    )
    MATCHING_SERVICE = "matching_service", _l("A service that compares two lists")
    PAPER_OR_PHONE = "paper_or_phone", _l("Paper or phone")


class TransferMechanism(Keyed):
    NONE = "none", _l("None: nothing leaves the UK")
    ADEQUACY_REGULATIONS = (
        "adequacy_regulations",
        _l("The UK government says that country protects information well enough"),
    )
    IDTA = "idta", _l("An international data transfer agreement")
    UK_ADDENDUM_TO_SCCS = "uk_addendum_to_sccs", _l("Standard contract terms with the UK addendum")
    BCR = "bcr", _l("Binding rules inside one group of companies")
    ARTICLE49_EXCEPTION = "article49_exception", _l("An exception for a special case")


class ChoiceControl(Keyed):
    """How a single choice works; only `opt_in` is a consent."""

    OPT_IN = "opt_in", _l("Off until you say yes")
    OPT_OUT = "opt_out", _l("On until you say no")


class QuestionKind(Keyed):
    STANCE = "stance", _l("People choose a view: for, against or unsure")
    OPEN = "open", _l("People answer in their own words")
