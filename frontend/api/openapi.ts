// Made from the contract: `npx vitest run --project contract openapi -u`.

export interface paths {
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with rights and memberships */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agency and its time zone */
        get: operations["getSettings"];
        /** Name, time zone and policies of the agency */
        put: operations["replaceSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts and schools; local users see their own tree */
        get: operations["listOrganizations"];
        put?: never;
        /** A new region, district or school, under the agency's own id */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{orgId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Another name, number or parent; a school stays in its district */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certification categories */
        get: operations["listCategories"];
        put?: never;
        /** A new category, unpublished and without members */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One category with its state members */
        get: operations["getCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Another name or description, active or not; one that a published certification event uses stays active */
        patch: operations["changeCategory"];
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Message Center: process alerts, newest first */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks an alert as read */
        post: operations["readAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes alerts out of the inbox; a required open one stays */
        post: operations["dismissAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This contract as OpenAPI 3.1 */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by name: all of them for the state, else those of the own district */
        get: operations["listUsers"];
        put?: never;
        /** A new person without any right, who is invited to sign in */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person with rights and memberships */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a person; `active: false` shuts the account and ends the part in running certification events */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/users/{userId}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** All tool rights of a person; a tool left out is taken away */
        put: operations["replaceRights"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows the category to districts, who then list their members */
        post: operations["publishCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{id}/state-members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes somebody of the state approver or reviewer */
        put: operations["setStateMember"];
        post?: never;
        /** Takes somebody of the state out of the category */
        delete: operations["removeStateMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{id}/local-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who certifies and who reviews: of all districts for the state, else of one's own */
        get: operations["listLocalMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories/{id}/local-members/{districtId}/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes somebody of the district certifier or reviewer, for all of its schools or for some */
        put: operations["setLocalMember"];
        post?: never;
        /** Takes somebody off the district's list */
        delete: operations["removeLocalMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certification events with filters, sorted by name */
        get: operations["listCertificationEvents"];
        put?: never;
        /** Saves a new certification event; nobody else sees it before it is published */
        post: operations["createCertificationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One certification event: the published definition and the draft */
        get: operations["getCertificationEvent"];
        /** Saves changes; of a published one as unpublished changes */
        put: operations["replaceCertificationEvent"];
        post?: never;
        /** Deletes one that was never published */
        delete: operations["deleteCertificationEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes it, or its changes, to all participants */
        post: operations["publishCertificationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/publish-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What publishing would change, and what stands against it */
        get: operations["previewPublish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new open one with the same definition, without dates */
        post: operations["copyCertificationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/discard-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drops the unpublished changes */
        post: operations["discardChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends it for good; districts see it only in their archive */
        post: operations["closeCertificationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps the rows and reports of a closed one beyond the retention rule */
        post: operations["placeLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/legal-hold/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a closed one to the retention rule again */
        post: operations["releaseLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certification status of all participants */
        get: operations["listParticipants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/participants/{orgId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One participant with its people */
        get: operations["getParticipant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves, sends back, un-approves or declines, each participant on its own */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/participants/{orgId}/due-date-overrides/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives one certifier, or ALL of a participant, a later due date */
        put: operations["overrideDueDate"];
        post?: never;
        /** Takes a due date override back */
        delete: operations["removeOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Snapshots taken, and those scheduled */
        get: operations["listSnapshots"];
        put?: never;
        /** Takes snapshots of these participants, or of all that have none in their round */
        post: operations["takeSnapshots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/datamart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The views in which the data of its snapshots can be queried: their columns, and how much they hold */
        get: operations["getDatamart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written to whom, newest first */
        get: operations["listMessages"];
        put?: never;
        /** Writes to certifiers and reviewers, in their Message Centers and by mail */
        post: operations["messageCertifiers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/participants/{orgId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state's own runs over its copy and the snapshot of a participant, newest first */
        get: operations["listStateRuns"];
        put?: never;
        /** Runs any active group over the state copy or the snapshot; the district does not see it */
        post: operations["runOnLane"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a group over the state copy or the snapshot of these participants, or of all that fit, the biggest first */
        post: operations["validateParticipants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, hash-chained for each entity, oldest first; a filtered page may hold fewer and go on */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/audit/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merkle roots over the newest entries of all chains, oldest first */
        get: operations["listAuditSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The worklist of a district or school user */
        get: operations["listCertifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wizard: four steps, what blocks them, and what may be done next */
        get: operations["getCertification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the certification; the first start takes the snapshot where the method says so */
        post: operations["startCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/steps/{step}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validates the data of a step with all linked groups */
        post: operations["runStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/steps/{step}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on to the next step */
        post: operations["completeStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes or retakes the snapshot */
        post: operations["takeSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Certifies and submits to the state */
        post: operations["submitCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/submission/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a submission back before the state has decided */
        post: operations["withdrawSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/confirm-sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms that the remaining certifiers stand for the participant */
        post: operations["confirmSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/recertification-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the state to send the certification back */
        post: operations["requestRecertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/recertification-requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes that request back */
        post: operations["withdrawRecertificationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report queue of a participant */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certifications/{eventId}/{orgId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rounds, submissions and decisions of a participant, oldest first */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A snapshot and the versions it pins */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads every pinned object again and compares its hash */
        get: operations["verifySnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Validation rules, newest versions */
        get: operations["listRules"];
        put?: never;
        /** A new rule, when its query may run as one */
        post: operations["createRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule in its newest version or the one asked for, with its change log */
        get: operations["getRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Activates, archives or brings back a rule */
        patch: operations["changeRule"];
        trace?: never;
    };
    "/v1/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new version of a rule; what pins an older one keeps it */
        post: operations["createRuleVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judges a query and tries it on the data of one organization; nothing is kept but that rows were shown */
        post: operations["checkRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/validation-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Validation groups */
        get: operations["listValidationGroups"];
        put?: never;
        /** A new group of rules that are reported together */
        post: operations["createValidationGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/validation-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One validation group with its rules in order */
        get: operations["getValidationGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a group; what was published keeps the version it was published with */
        patch: operations["changeValidationGroup"];
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waiting and running validations of everybody, in the order they will run */
        get: operations["listQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run: progress while it works, its summary afterwards */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that rules returned */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the report, which counts as viewing it, or to the rows of one rule or cause */
        get: operations["getRunReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a failed or cancelled run again, as a new run */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a run that has not finished */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to what a snapshot holds, by dataset and school, beside the year before */
        get: operations["getSnapshotReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows added, removed and changed against another snapshot, by key */
        get: operations["diffSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{orgId}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the district copy and the state copy differ, by dataset and school, with keys */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Declared datasets */
        get: operations["listDatasets"];
        put?: never;
        /** Declares a dataset */
        post: operations["createDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One declaration: columns, key, allowed codes; as JSON Schema, as a dictionary page or as the head of a CSV file */
        get: operations["getDataset"];
        /** A new version of a declaration, or its retirement; accepted versions keep the one they were checked by */
        put: operations["replaceDataset"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announces a file and answers where to PUT it */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the file is there; checking starts */
        post: operations["completeUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a file is, and what is wrong with it */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with a file, and its refused rows to correct and send again */
        get: operations["listUploadErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{orgId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions in each lane, with lag */
        get: operations["getDataStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{orgId}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses or resumes the automatic sync to the state copy */
        post: operations["syncData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{orgId}/resync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves the state copy to the newest district versions */
        post: operations["resyncData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{orgId}/column-mappings/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps what a district calls the columns of a dataset in its files */
        put: operations["setColumnMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certification-events/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far everybody is: as JSON, or the file itself as CSV, HTML, PDF or DOCX */
        get: operations["getEventReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CertificationEventBody: {
            name: string;
            reportingYear: number;
            startDate?: string | null;
            certificationOpensDate?: string | null;
            endDate?: string | null;
            /** @default true */
            active?: boolean;
            description?: string | null;
            /** @default null */
            level?: ("DISTRICT" | "SCHOOL") | null;
            categoryId?: string | null;
            dataLinks?: ({
                /** @constant */
                type: "VALIDATION_GROUP";
                groupId: string;
            } | {
                /** @constant */
                type: "EXTERNAL_URL";
                label: string;
                url: string;
            })[];
            participants?: string[] | {
                /** @constant */
                all: true;
            };
            /** @default null */
            snapshotMethod?: ("NONE" | "ON_CERT_START" | "FULL") | null;
            missingSnapshotAt?: string | null;
            fullSnapshotAt?: string | null;
            /** @default true */
            allowDistrictRetake?: boolean;
            /** @default [] */
            requiredDatasets?: string[];
        };
        Me: {
            id: string;
            userId: string;
            firstName: string;
            lastName: string;
            email: string;
            /** @enum {string} */
            side: "STATE" | "LOCAL";
            organization: components["schemas"]["Organization"];
            organizationId: string;
            schools: "ALL" | string[];
            districtAdmin: boolean;
            rights: {
                [key: string]: string;
            };
            memberships: {
                categoryId: string;
                /** @enum {string} */
                role: "APPROVER" | "REVIEWER" | "CERTIFIER";
            }[];
            unreadAlerts: number;
            permittedCommands: string[];
        };
        Organization: {
            id: string;
            /** @enum {string} */
            type: "STATE" | "REGION" | "DISTRICT" | "SCHOOL";
            name: string;
            number: string;
            parentOrganizationId: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
            facts?: {
                [key: string]: unknown;
            };
            requestId: string;
        };
        Settings: {
            /** @constant */
            id: "AGENCY";
            name: string;
            shortName: string;
            timeZone: string;
            /** @enum {string} */
            warningPolicy: "NONE" | "ACKNOWLEDGE" | "EXPLAIN";
            now: string;
        };
        Category: {
            id: string;
            name: string;
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            description: string | null;
            active: boolean;
            published: boolean;
            stateMembers: {
                userId: string;
                name: string;
                staffStateId: string | null;
                /** @enum {string} */
                role: "APPROVER" | "REVIEWER";
                active: boolean;
            }[];
        };
        Alert: {
            id: string;
            process: string;
            type: string;
            name: string;
            facts: {
                [key: string]: string;
            };
            text: string | null;
            required: boolean;
            postedAt: string;
            dueDate: string | null;
            link: string;
            readAt: string | null;
        };
        User: {
            id: string;
            userId: string;
            firstName: string;
            lastName: string;
            email: string;
            /** @enum {string} */
            side: "STATE" | "LOCAL";
            organizationId: string;
            schools: "ALL" | string[];
            districtAdmin: boolean;
            staffStateId: string | null;
            active: boolean;
            rights: {
                [key: string]: string;
            };
            memberships: {
                categoryId: string;
                /** @enum {string} */
                side: "STATE" | "LOCAL";
                /** @enum {string} */
                role: "APPROVER" | "REVIEWER" | "CERTIFIER";
                schools?: "ALL" | string[];
            }[];
        };
        CategoryWithWarnings: {
            id: string;
            name: string;
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            description: string | null;
            active: boolean;
            published: boolean;
            stateMembers: {
                userId: string;
                name: string;
                staffStateId: string | null;
                /** @enum {string} */
                role: "APPROVER" | "REVIEWER";
                active: boolean;
            }[];
            warnings: {
                /** @enum {string} */
                code: "RIGHTS_TOO_LOW";
                userId: string;
            }[];
        };
        LocalMember: {
            id: string;
            categoryId: string;
            districtId: string;
            userId: string;
            name: string;
            /** @enum {string} */
            role: "CERTIFIER" | "REVIEWER";
            schools: "ALL" | string[];
        };
        LocalMemberWithWarnings: {
            id: string;
            categoryId: string;
            districtId: string;
            userId: string;
            name: string;
            /** @enum {string} */
            role: "CERTIFIER" | "REVIEWER";
            schools: "ALL" | string[];
            warnings: {
                /** @enum {string} */
                code: "RIGHTS_TOO_LOW";
                userId: string;
            }[];
        };
        CertificationEventSummary: {
            id: string;
            number: number;
            name: string;
            reportingYear: number;
            reportingYearLabel: string;
            startDate: string | null;
            certificationOpensDate: string | null;
            endDate: string | null;
            active: boolean;
            level: ("DISTRICT" | "SCHOOL") | null;
            categoryId: string | null;
            snapshotMethod: ("NONE" | "ON_CERT_START" | "FULL") | null;
            missingSnapshotAt: string | null;
            fullSnapshotAt: string | null;
            allowDistrictRetake: boolean;
            /** @enum {string} */
            status: "OPEN" | "PUBLISHING" | "PUBLISHED" | "CLOSED";
            statusLabel: string;
            unpublishedChanges: boolean;
            revision: number;
            participantCount: number;
            permittedCommands: string[];
        };
        CertificationEvent: {
            id: string;
            number: number;
            name: string;
            reportingYear: number;
            reportingYearLabel: string;
            startDate: string | null;
            certificationOpensDate: string | null;
            endDate: string | null;
            active: boolean;
            level: ("DISTRICT" | "SCHOOL") | null;
            categoryId: string | null;
            snapshotMethod: ("NONE" | "ON_CERT_START" | "FULL") | null;
            missingSnapshotAt: string | null;
            fullSnapshotAt: string | null;
            allowDistrictRetake: boolean;
            /** @enum {string} */
            status: "OPEN" | "PUBLISHING" | "PUBLISHED" | "CLOSED";
            statusLabel: string;
            unpublishedChanges: boolean;
            revision: number;
            participantCount: number;
            permittedCommands: string[];
            description: string | null;
            dataLinks: ({
                /** @constant */
                type: "VALIDATION_GROUP";
                groupId: string;
                name?: string;
                pinnedVersion?: number;
                updateAvailable?: boolean;
            } | {
                /** @constant */
                type: "EXTERNAL_URL";
                label: string;
                url: string;
            })[];
            participants: string[] | {
                /** @constant */
                all: true;
            };
            requiredDatasets: string[];
            draft: {
                name: string;
                reportingYear: number;
                reportingYearLabel: string;
                startDate: string | null;
                certificationOpensDate: string | null;
                endDate: string | null;
                active: boolean;
                level: ("DISTRICT" | "SCHOOL") | null;
                categoryId: string | null;
                snapshotMethod: ("NONE" | "ON_CERT_START" | "FULL") | null;
                missingSnapshotAt: string | null;
                fullSnapshotAt: string | null;
                allowDistrictRetake: boolean;
                description: string | null;
                dataLinks: ({
                    /** @constant */
                    type: "VALIDATION_GROUP";
                    groupId: string;
                    name?: string;
                    pinnedVersion?: number;
                    updateAvailable?: boolean;
                } | {
                    /** @constant */
                    type: "EXTERNAL_URL";
                    label: string;
                    url: string;
                })[];
                participants: string[] | {
                    /** @constant */
                    all: true;
                };
                requiredDatasets: string[];
            } | null;
            publishing: {
                revision: number;
                progress: {
                    done: number;
                    total: number;
                };
                problem: string | null;
            } | null;
            progress: {
                done: number;
                total: number;
            } | null;
            problem: string | null;
            admins: {
                userId: string;
                name: string;
                /** @enum {string} */
                role: "APPROVER" | "REVIEWER";
                active: boolean;
                staffStateId: string | null;
            }[];
            warnings: {
                code: string;
                organizationId: string;
                name: string;
            }[];
            createdBy: string;
            createdAt: string;
            copiedFrom: string | null;
            publishedAt: string | null;
            publishedBy: string | null;
            closedAt: string | null;
            closedBy: string | null;
            comment: string | null;
            keptUntil: string | null;
            legalHold: {
                reason: string;
                placedBy: string;
                placedAt: string;
            } | null;
            deletion: {
                begunAt: string;
                retentionYears: number;
                finishedAt: string | null;
            } | null;
        };
        Participant: {
            id: string;
            organizationId: string;
            name: string;
            number: string;
            districtId: string;
            /** @enum {string} */
            status: "IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN";
            statusLabel: string;
            progress: {
                certified: number;
                certifiers: number;
                text: string;
            };
            round: number;
            revision: number;
            snapshot: {
                id: string;
                /** @enum {string} */
                status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED";
                /** @enum {string} */
                state: "CURRENT" | "SUPERSEDED" | "LOCKED" | "HISTORY";
                takenAt: string | null;
                contentHash: string | null;
            } | null;
            snapshotDate: string | null;
            sentAt: string | null;
            approval: {
                by: string;
                at: string;
                notCertified: boolean;
                reason: string | null;
            } | null;
            flags: ("NO_CERTIFIER" | "AWAITS_CONFIRMATION" | "MIXED_DATA" | "EARLIER_REVISION")[];
            deadlineOverride: string | null;
            openRequest: {
                id: string;
                /** @enum {string} */
                status: "PENDING" | "EXPIRED";
                requestedBy: string;
                reason: string;
                requestedAt: string;
            } | null;
            certifiers: {
                userId: string;
                name: string;
                /** @enum {string} */
                role: "CERTIFIER" | "REVIEWER";
                /** @enum {string} */
                userStatus: "NOT_STARTED" | "INCOMPLETE" | "OVERDUE" | "COMPLETE" | "APPROVED_COMPLETE" | "COMPLETE_BY_STATE" | "REQUEST_PENDING" | "NOT_APPLICABLE";
                userStatusLabel: string;
                dueDate: string | null;
                dueDateOverride: string | null;
                submittedAt: string | null;
                flags?: "CANNOT_SUBMIT"[];
            }[];
            permittedCommands: string[];
        };
        Snapshot: {
            id: string;
            certificationEventId: string;
            organizationId: string;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED";
            state: ("CURRENT" | "SUPERSEDED" | "LOCKED" | "HISTORY") | null;
            trigger: string;
            round: number;
            sequence: number;
            requestedBy: string | null;
            requestedAt: string;
            takenAt: string | null;
            recordCounts: {
                [key: string]: number;
            };
            contentHash: string | null;
            objects: {
                dataset: string;
                version: string;
                rows: number;
                bytes: number;
                sha256: string;
            }[];
            supersedes: string | null;
            warnings: string[];
            problem: string | null;
        };
        DatamartView: {
            id: string;
            view: string;
            dataset: string;
            title: string;
            columns: {
                name: string;
                type: string;
            }[];
            rows: number;
            snapshots: number;
            updatedAt: string;
        };
        Message: {
            id: string;
            certificationEventId: string;
            sentBy: string;
            sentAt: string;
            subject: string;
            body: string;
            recipients: {
                organizationId: string;
                userId: string;
            }[];
        };
        Run: {
            id: string;
            title: string;
            certificationEventId: string;
            organizationId: string;
            step: string | null;
            group: {
                groupId: string;
                name: string;
            } | null;
            /** @enum {string} */
            lane: "DISTRICT" | "STATE" | "SNAPSHOT";
            format: string;
            retryOf: string | null;
            snapshotId: string | null;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED" | "SUPERSEDED";
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            progress: {
                done: number;
                total: number;
            } | null;
            queuePosition: number | null;
            etaSeconds: number | null;
            viewed: boolean;
            summary: {
                dataset: string;
                ruleCode: string;
                ruleName: string;
                /** @enum {string} */
                severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                /** @enum {string} */
                outcome: "PASSED" | "FINDINGS" | "LISTED" | "ERRORED" | "NOT_APPLICABLE";
                count: number;
                causeColumn: string | null;
                problem: string | null;
                problemCode: string | null;
                problemFacts: {
                    [key: string]: string;
                };
            }[];
            recordsRead: number | null;
            problem: string | null;
            problemCode: string | null;
        };
        AuditEntry: {
            id: string;
            chain: string;
            sequence: number;
            at: string;
            actor: {
                userId: string;
                role: string;
            };
            command: string;
            entity: string;
            before: {
                [key: string]: unknown;
            };
            after: {
                [key: string]: unknown;
            };
            reason: string | null;
            requestId: string;
            previousHash: string;
            hash: string;
        };
        AuditSeal: {
            id: string;
            certificationEventId: string;
            sequence: number;
            at: string;
            /** @enum {string} */
            reason: "HOURLY" | "CLOSED";
            root: string;
            chains: number;
            entries: number;
            previousHash: string;
            hash: string;
        };
        WorklistRow: {
            id: string;
            eventId: string;
            organizationId: string;
            eventName: string;
            schoolName: string | null;
            /** @enum {string} */
            userStatus: "NOT_STARTED" | "INCOMPLETE" | "OVERDUE" | "COMPLETE" | "APPROVED_COMPLETE" | "COMPLETE_BY_STATE" | "REQUEST_PENDING" | "NOT_APPLICABLE";
            userStatusLabel: string;
            /** @enum {string} */
            eventStatus: "IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN";
            eventStatusLabel: string;
            dueDate: string | null;
            reportingYear: number;
            reportingYearLabel: string;
            round: number;
            /** @enum {string} */
            action: "START_CERTIFICATION" | "CONTINUE_CERTIFICATION" | "REVIEW_DATA" | "VIEW";
            permittedCommands: string[];
        };
        Certification: {
            id: string;
            eventId: string;
            organizationId: string;
            eventName: string;
            schoolName: string | null;
            /** @enum {string} */
            userStatus: "NOT_STARTED" | "INCOMPLETE" | "OVERDUE" | "COMPLETE" | "APPROVED_COMPLETE" | "COMPLETE_BY_STATE" | "REQUEST_PENDING" | "NOT_APPLICABLE";
            userStatusLabel: string;
            /** @enum {string} */
            eventStatus: "IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN";
            eventStatusLabel: string;
            dueDate: string | null;
            reportingYear: number;
            reportingYearLabel: string;
            round: number;
            /** @enum {string} */
            action: "START_CERTIFICATION" | "CONTINUE_CERTIFICATION" | "REVIEW_DATA" | "VIEW";
            permittedCommands: string[];
            certificationEvent: {
                number: number;
                name: string;
                description: string | null;
                /** @enum {string} */
                level: "DISTRICT" | "SCHOOL";
                reportingYear: number;
                startDate: string | null;
                certificationOpensDate: string | null;
                endDate: string | null;
                categoryName: string;
                active: boolean;
                /** @enum {string} */
                snapshotMethod: "NONE" | "ON_CERT_START" | "FULL";
            };
            organizationName: string;
            /** @enum {string} */
            role: "CERTIFIER" | "REVIEWER";
            dataLinks: {
                type: string;
                groupId?: string;
                name?: string;
                label?: string;
                url?: string;
            }[];
            steps: {
                /** @enum {string} */
                step: "district-validation" | "state-validation" | "snapshot-validation" | "certify-and-submit";
                title: string;
                instructions: string[];
                /** @enum {string} */
                status: "NOT_STARTED" | "QUEUED" | "RUNNING" | "NEEDS_VIEW" | "BLOCKED" | "COMPLETED" | "STALE" | "SKIPPED";
                run: components["schemas"]["Run"] | null;
                blockedBy: {
                    code: string;
                    detail: string;
                }[];
                problem: string | null;
                permittedCommands: string[];
            }[];
            snapshot: {
                id: string;
                /** @enum {string} */
                status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED";
                /** @enum {string} */
                state: "CURRENT" | "SUPERSEDED" | "LOCKED" | "HISTORY";
                takenAt: string | null;
                recordCounts: {
                    [key: string]: number;
                };
                contentHash: string | null;
                warnings: string[];
                problem: string | null;
            } | null;
            openRequest: {
                id: string;
                /** @enum {string} */
                status: "PENDING" | "EXPIRED";
                requestedBy: string;
                reason: string;
                requestedAt: string;
            } | null;
            certificate: {
                round: number;
                revision: number;
                sentAt: string | null;
                approvedAt: string;
                notCertified: boolean;
                reason: string | null;
                snapshotId: string | null;
                contentHash: string | null;
                signatures: {
                    userId: string;
                    signedName: string;
                    at: string;
                    dataHash: string | null;
                }[];
            } | null;
            newerData: boolean;
            differingCopies: {
                dataset: string;
                districtRows: number | null;
                stateRows: number | null;
            }[];
            attestationText: string;
            submission: {
                at: string;
                signedName: string;
                snapshotId: string | null;
                dataHash: string | null;
            } | null;
        };
        QueuedSnapshot: {
            id: string;
            certificationEventId: string;
            organizationId: string;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED";
            state: ("CURRENT" | "SUPERSEDED" | "LOCKED" | "HISTORY") | null;
            trigger: string;
            round: number;
            sequence: number;
            requestedBy: string | null;
            requestedAt: string;
            takenAt: string | null;
            recordCounts: {
                [key: string]: number;
            };
            contentHash: string | null;
            objects: {
                dataset: string;
                version: string;
                rows: number;
                bytes: number;
                sha256: string;
            }[];
            supersedes: string | null;
            warnings: string[];
            problem: string | null;
            differingCopies: {
                dataset: string;
                districtRows: number | null;
                stateRows: number | null;
            }[];
        };
        SubmittedRow: {
            id: string;
            eventId: string;
            organizationId: string;
            eventName: string;
            schoolName: string | null;
            /** @enum {string} */
            userStatus: "NOT_STARTED" | "INCOMPLETE" | "OVERDUE" | "COMPLETE" | "APPROVED_COMPLETE" | "COMPLETE_BY_STATE" | "REQUEST_PENDING" | "NOT_APPLICABLE";
            userStatusLabel: string;
            /** @enum {string} */
            eventStatus: "IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN";
            eventStatusLabel: string;
            dueDate: string | null;
            reportingYear: number;
            reportingYearLabel: string;
            round: number;
            /** @enum {string} */
            action: "START_CERTIFICATION" | "CONTINUE_CERTIFICATION" | "REVIEW_DATA" | "VIEW";
            permittedCommands: string[];
            differingCopies: {
                dataset: string;
                districtRows: number | null;
                stateRows: number | null;
            }[];
        };
        RecertificationRequest: {
            id: string;
            /** @enum {string} */
            status: "PENDING" | "GRANTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
            reason: string;
            requestedBy: string;
            requestedAt: string;
        };
        HistoryEntry: {
            at: string;
            what: string;
            by: string;
            byRole: string;
            round: number | null;
            reason: string | null;
            sequence: number;
            hash: string;
        };
        Rule: {
            id: string;
            version: number;
            /** @enum {string} */
            status: "DRAFT" | "ACTIVE" | "ARCHIVED";
            code: string;
            name: string;
            /** @enum {string} */
            severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
            /** @enum {string} */
            kind: "FINDINGS" | "LISTING";
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            datasets: string[];
            previousDatasets: string[];
            sql: string;
            parameters: {
                name: string;
                type: string;
                default: string | number | null;
            }[];
            message: string;
            causeColumn: string | null;
            resolution: string | null;
            helpUrl: string | null;
            adHocFilter: boolean;
        };
        WrittenRule: {
            id: string;
            version: number;
            /** @enum {string} */
            status: "DRAFT" | "ACTIVE" | "ARCHIVED";
            code: string;
            name: string;
            /** @enum {string} */
            severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
            /** @enum {string} */
            kind: "FINDINGS" | "LISTING";
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            datasets: string[];
            previousDatasets: string[];
            sql: string;
            parameters: {
                name: string;
                type: string;
                default: string | number | null;
            }[];
            message: string;
            causeColumn: string | null;
            resolution: string | null;
            helpUrl: string | null;
            adHocFilter: boolean;
            warnings: {
                code: string;
                detail: string;
                facts?: {
                    [key: string]: string;
                };
            }[];
        };
        RuleWithLog: {
            id: string;
            version: number;
            /** @enum {string} */
            status: "DRAFT" | "ACTIVE" | "ARCHIVED";
            code: string;
            name: string;
            /** @enum {string} */
            severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
            /** @enum {string} */
            kind: "FINDINGS" | "LISTING";
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            datasets: string[];
            previousDatasets: string[];
            sql: string;
            parameters: {
                name: string;
                type: string;
                default: string | number | null;
            }[];
            message: string;
            causeColumn: string | null;
            resolution: string | null;
            helpUrl: string | null;
            adHocFilter: boolean;
            newestVersion: number;
            versions: number[];
            changeLog: {
                at: string;
                by: string;
                reason: string | null;
                command: string;
                version: number;
                severityBefore: ("FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO") | null;
                /** @enum {string} */
                severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                statusBefore: string | null;
                status: string;
            }[];
        };
        RuleCheck: {
            /** @enum {string} */
            outcome: "PASSED" | "FINDINGS" | "LISTED" | "NOT_APPLICABLE";
            count: number;
            columns: {
                name: string;
                type: string;
            }[];
            sample: {
                [key: string]: unknown;
            }[];
            milliseconds: number;
            datasets: string[];
            previousDatasets: string[];
            warnings: {
                code: string;
                detail: string;
                facts?: {
                    [key: string]: string;
                };
            }[];
            problem: string | null;
            problemCode: string | null;
            problemFacts: {
                [key: string]: string;
            };
            organizationId: string;
            lane: string;
            reportingYear: number;
            asOf: string;
        };
        ValidationGroup: {
            id: string;
            version: number;
            name: string;
            description: string | null;
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            active: boolean;
            rules: {
                ruleId: string;
                version: number | null;
                severityOverride: ("FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO") | null;
                enabled: boolean;
            }[];
        };
        ValidationGroupWithRules: {
            id: string;
            version: number;
            name: string;
            description: string | null;
            /** @enum {string} */
            level: "DISTRICT" | "SCHOOL";
            active: boolean;
            rules: {
                ruleId: string;
                version: number | null;
                severityOverride: ("FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO") | null;
                enabled: boolean;
                code: string;
                name: string;
                /** @enum {string} */
                severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                status: string;
                newestVersion: number;
                updateAvailable: boolean;
            }[];
            changeLog: {
                at: string;
                by: string;
                reason: string | null;
                version: number;
                changed: string[];
            }[];
        };
        Reconciliation: {
            id: string;
            organizationId: string;
            inSync: boolean;
            datasets: {
                dataset: string;
                inSync: boolean;
                district: {
                    version: string;
                    rows: number;
                    acceptedAt: string;
                } | null;
                state: {
                    version: string;
                    rows: number;
                    acceptedAt: string;
                } | null;
                onlyInDistrict: number;
                onlyInState: number;
                different: number;
                schools: {
                    schoolId: string | null;
                    districtRows: number | null;
                    stateRows: number | null;
                    onlyInDistrict: number;
                    onlyInState: number;
                    different: number;
                }[];
                schoolsComplete: boolean;
                keys: {
                    onlyInDistrict: {
                        [key: string]: string;
                    }[];
                    onlyInState: {
                        [key: string]: string;
                    }[];
                    different: {
                        [key: string]: string;
                    }[];
                };
            }[];
            complete: boolean;
            file: {
                url: string;
                expiresAt: string;
            } | null;
            countsFile: {
                url: string;
                expiresAt: string;
            } | null;
        };
        Dataset: {
            id: string;
            name: string;
            version: number;
            title: string;
            columns: {
                [key: string]: unknown;
            }[];
            key: string[];
            schoolColumn: string | null;
            schoolThrough: {
                dataset: string;
                column: string;
            } | null;
            schoolThroughAlso?: {
                dataset: string;
                column: string;
            }[];
            retired: boolean;
        };
        Upload: {
            id: string;
            organizationId: string;
            dataset: string;
            fileName: string;
            format: string;
            /** @enum {string} */
            delivery: "FULL" | "DELTA";
            /** @enum {string} */
            lane: "DISTRICT" | "STATE";
            bytes: number;
            sha256: string;
            /** @enum {string} */
            status: "CREATED" | "RECEIVED" | "CHECKING" | "ACCEPTED" | "REFUSED";
            rows: number | null;
            version: string | null;
            problems: {
                line: number;
                column: string | null;
                code: string;
                detail: string;
                advice: string | null;
            }[];
            problemCount: number;
            createdAt: string;
            refusedRows: number;
            url?: string;
            partSize?: number;
            parts?: {
                number: number;
                url: string;
            }[];
            headers?: {
                [key: string]: string;
            };
        };
        DataStatus: {
            id: string;
            organizationId: string;
            paused: boolean;
            datasets: {
                dataset: string;
                district: {
                    version: string;
                    rows: number;
                    acceptedAt: string;
                } | null;
                state: {
                    version: string;
                    rows: number;
                    acceptedAt: string;
                } | null;
                lagSeconds: number | null;
                inSync: boolean;
                /** @enum {string} */
                stateFrom: "SYNC" | "PIPELINE";
            }[];
            columnMappings: components["schemas"]["ColumnMapping"][];
        };
        ColumnMapping: {
            dataset: string;
            columns: {
                [key: string]: string;
            };
            ignored: string[];
        };
        EventReport: {
            id: string;
            generatedAt: string;
            timeZone: string;
            certificationEvent: {
                id: string;
                number: number;
                name: string;
                reportingYear: number;
                reportingYearLabel: string;
                /** @enum {string} */
                level: "DISTRICT" | "SCHOOL";
                categoryId: string;
                categoryName: string;
                /** @enum {string} */
                status: "PUBLISHED" | "CLOSED";
                statusLabel: string;
                startDate: string;
                certificationOpensDate: string;
                endDate: string;
                revision: number;
            };
            snapshotAvailable: boolean;
            chosen: {
                status: ("IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN")[];
                districts: string[];
                includeReviewers: boolean;
            };
            counts: {
                /** @enum {string} */
                status: "IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN";
                statusLabel: string;
                count: number;
            }[];
            state: {
                userId: string;
                name: string;
                /** @enum {string} */
                role: "APPROVER" | "REVIEWER";
                roleLabel: string;
                active: boolean;
            }[];
            participants: {
                organizationId: string;
                name: string;
                number: string;
                districtId: string;
                /** @enum {string} */
                status: "IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN";
                statusLabel: string;
                round: number;
                progress: {
                    certified: number;
                    certifiers: number;
                    text: string;
                };
                snapshotDate: string | null;
                sentAt: string | null;
                approvedAt: string | null;
                notCertified: boolean;
                people: {
                    userId: string;
                    name: string;
                    /** @enum {string} */
                    role: "CERTIFIER" | "REVIEWER";
                    /** @enum {string} */
                    userStatus: "NOT_STARTED" | "INCOMPLETE" | "OVERDUE" | "COMPLETE" | "APPROVED_COMPLETE" | "COMPLETE_BY_STATE" | "REQUEST_PENDING" | "NOT_APPLICABLE";
                    userStatusLabel: string;
                    dueDate: string | null;
                    submittedAt: string | null;
                }[];
            }[];
        };
    };
    responses: {
        /** @description A refusal; `code` says which. */
        Refusal: {
            headers: {
                Allow?: string;
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, with rights and memberships */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agency and its time zone */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    replaceSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    shortName: string;
                    timeZone: string;
                    /**
                     * @default NONE
                     * @enum {string}
                     */
                    warningPolicy?: "NONE" | "ACKNOWLEDGE" | "EXPLAIN";
                };
            };
        };
        responses: {
            /** @description Name, time zone and policies of the agency */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                type?: "STATE" | "REGION" | "DISTRICT" | "SCHOOL";
                parentOrganizationId?: string;
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts and schools; local users see their own tree */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organization"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    id: string;
                    /** @enum {string} */
                    type: "REGION" | "DISTRICT" | "SCHOOL";
                    name: string;
                    number: string;
                    parentOrganizationId?: string | null;
                };
            };
        };
        responses: {
            /** @description A new region, district or school, under the agency's own id */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One organization */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    number?: string;
                    parentOrganizationId?: string;
                };
            };
        };
        responses: {
            /** @description Another name, number or parent; a school stays in its district */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                level?: "DISTRICT" | "SCHOOL";
                active?: "true" | "false";
                published?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Certification categories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Category"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    description?: string | null;
                    /** @default true */
                    active?: boolean;
                    /** @enum {string} */
                    level: "DISTRICT" | "SCHOOL";
                };
            };
        };
        responses: {
            /** @description A new category, unpublished and without members */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One category with its state members */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string | null;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Another name or description, active or not; one that a published certification event uses stays active */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                process?: string;
                postedAfter?: string;
                postedBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Message Center: process alerts, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Alert"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    readAlert: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Marks an alert as read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    dismissAlerts: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Takes alerts out of the inbox; a required open one stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dismissed: string[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This contract as OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                side?: "STATE" | "LOCAL";
                organizationId?: string;
                categoryId?: string;
                active?: "true" | "false";
                districtAdmin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People by name: all of them for the state, else those of the own district */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    userId: string;
                    /** @enum {string} */
                    side: "STATE" | "LOCAL";
                    firstName: string;
                    lastName: string;
                    email: string;
                    organizationId: string;
                    schools?: "ALL" | string[];
                    /** @default false */
                    districtAdmin?: boolean;
                    staffStateId?: string | null;
                };
            };
        };
        responses: {
            /** @description A new person without any right, who is invited to sign in */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One person with rights and memberships */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    firstName?: string;
                    lastName?: string;
                    email?: string;
                    organizationId?: string;
                    schools?: "ALL" | string[];
                    districtAdmin?: boolean;
                    staffStateId?: string | null;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Changes a person; `active: false` shuts the account and ends the part in running certification events */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    replaceRights: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    rights: {
                        EVENT_MANAGEMENT?: string;
                        EVENT_REPORT?: string;
                        CERTIFICATION_CATEGORY?: string;
                        CERTIFICATION_EVENT?: string;
                        VALIDATION_RULES?: string;
                        VALIDATION_GROUPS?: string;
                        DIRECT_SQL?: string;
                        DATASETS?: string;
                        BATCH_QUEUE?: string;
                        BATCH_RESYNC?: string;
                        SETTINGS?: string;
                    };
                };
            };
        };
        responses: {
            /** @description All tool rights of a person; a tool left out is taken away */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    publishCategory: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Shows the category to districts, who then list their members */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    setStateMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "APPROVER" | "REVIEWER";
                };
            };
        };
        responses: {
            /** @description Makes somebody of the state approver or reviewer */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryWithWarnings"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    removeStateMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes somebody of the state out of the category */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refusal"];
        };
    };
    listLocalMembers: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                districtId?: string;
                role?: "CERTIFIER" | "REVIEWER";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who certifies and who reviews: of all districts for the state, else of one's own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LocalMember"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    setLocalMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
                districtId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "CERTIFIER" | "REVIEWER";
                    schools?: "ALL" | string[];
                };
            };
        };
        responses: {
            /** @description Makes somebody of the district certifier or reviewer, for all of its schools or for some */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalMemberWithWarnings"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    removeLocalMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
                districtId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes somebody off the district's list */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refusal"];
        };
    };
    listCertificationEvents: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                status?: ("OPEN" | "PUBLISHING" | "PUBLISHED" | "CLOSED")[];
                reportingYear?: string;
                sort?: "name" | "-name" | "status" | "-status" | "reportingYear" | "-reportingYear";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Certification events with filters, sorted by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CertificationEventSummary"][];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createCertificationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CertificationEventBody"];
            };
        };
        responses: {
            /** @description Saves a new certification event; nobody else sees it before it is published */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getCertificationEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One certification event: the published definition and the draft */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    replaceCertificationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CertificationEventBody"];
            };
        };
        responses: {
            /** @description Saves changes; of a published one as unpublished changes */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    deleteCertificationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletes one that was never published */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refusal"];
        };
    };
    publishCertificationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    confirm?: boolean;
                    /** @default false */
                    requireRecertification?: boolean;
                    withdrawals?: {
                        organizationId: string;
                        reason: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Publishes it, or its changes, to all participants */
            202: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    previewPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What publishing would change, and what stands against it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            field: string;
                            before: unknown;
                            after: unknown;
                        }[];
                        affected: {
                            participants: number;
                            added: string[];
                            removed: string[];
                            atWork: number;
                            certified: number;
                        };
                        warnings: {
                            code: string;
                            organizationId: string;
                            name: string;
                        }[];
                        refusals: string[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    copyCertificationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description A new open one with the same definition, without dates */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    discardChanges: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Drops the unpublished changes */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    closeCertificationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    comment: string;
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Ends it for good; districts see it only in their archive */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    placeLegalHold: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Keeps the rows and reports of a closed one beyond the retention rule */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    releaseLegalHold: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Leaves a closed one to the retention rule again */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationEvent"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listParticipants: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                status?: ("IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN")[];
                name?: string;
                sort?: "name" | "-name" | "number" | "-number" | "status" | "-status";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Certification status of all participants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Participant"][];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One participant with its people */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    decide: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "APPROVE" | "REQUEST_RECERTIFICATION" | "UNAPPROVE" | "DECLINE_REQUEST";
                    organizationIds: string[];
                    reason?: string;
                    /** Format: date */
                    newDueDate?: string;
                    /** @default false */
                    confirmNotCertified?: boolean;
                };
            };
        };
        responses: {
            /** @description Approves, sends back, un-approves or declines, each participant on its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            organizationId: string;
                            /** @enum {string} */
                            outcome: "APPLIED" | "REFUSED";
                            code: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    overrideDueDate: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
                orgId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: date */
                    dueDate: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Gives one certifier, or ALL of a participant, a later due date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    removeOverride: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
                orgId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes a due date override back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refusal"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Snapshots taken, and those scheduled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        snapshots: components["schemas"]["Snapshot"][];
                        schedules: {
                            /** @enum {string} */
                            kind: "FULL" | "CLEANUP";
                            runAt: string;
                            /** @enum {string} */
                            status: "SCHEDULED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";
                            included: string[];
                            skipped: string[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    takeSnapshots: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    organizationIds?: string[];
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Takes snapshots of these participants, or of all that have none in their round */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        execution: string | null;
                        organizationIds: string[] | null;
                        results: {
                            organizationId: string;
                            /** @enum {string} */
                            outcome: "APPLIED" | "REFUSED";
                            code: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getDatamart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The views in which the data of its snapshots can be queried: their columns, and how much they hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatamartView"][];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was written to whom, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    messageCertifiers: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    recipients?: {
                        organizationId: string;
                        userId: string;
                    }[];
                    organizationIds?: string[];
                    /** @default false */
                    onlyUnfinished?: boolean;
                    subject: string;
                    body: string;
                };
            };
        };
        responses: {
            /** @description Writes to certifiers and reviewers, in their Message Centers and by mail */
            201: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listStateRuns: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state's own runs over its copy and the snapshot of a participant, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    runOnLane: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    groupId: string;
                    /** @enum {string} */
                    lane: "STATE" | "SNAPSHOT";
                    /**
                     * @default html
                     * @enum {string}
                     */
                    format?: "html" | "csv" | "json" | "xlsx" | "pdf";
                };
            };
        };
        responses: {
            /** @description Runs any active group over the state copy or the snapshot; the district does not see it */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    validateParticipants: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    groupId: string;
                    /** @enum {string} */
                    lane: "STATE" | "SNAPSHOT";
                    /**
                     * @default html
                     * @enum {string}
                     */
                    format?: "html" | "csv" | "json" | "xlsx" | "pdf";
                    organizationIds?: string[];
                    name?: string;
                    status?: ("IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN")[];
                };
            };
        };
        responses: {
            /** @description Runs a group over the state copy or the snapshot of these participants, or of all that fit, the biggest first */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            organizationId: string;
                            /** @enum {string} */
                            outcome: "QUEUED" | "UNDER_WAY" | "REFUSED";
                            code: string | null;
                            runId: string | null;
                        }[];
                        remaining: string[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                actor?: string;
                command?: string;
                after?: string;
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who did what, hash-chained for each entity, oldest first; a filtered page may hold fewer and go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listAuditSeals: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Merkle roots over the newest entries of all chains, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditSeal"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listCertifications: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                eventName?: string;
                schoolName?: string;
                userStatus?: ("NOT_STARTED" | "INCOMPLETE" | "OVERDUE" | "COMPLETE" | "APPROVED_COMPLETE" | "COMPLETE_BY_STATE" | "REQUEST_PENDING" | "NOT_APPLICABLE")[];
                eventStatus?: ("IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN")[];
                dueAfter?: string;
                dueBefore?: string;
                year?: string;
                active?: "true" | "false";
                archived?: "true" | "false";
                sort?: "eventName" | "-eventName" | "dueDate" | "-dueDate";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The worklist of a district or school user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorklistRow"][];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getCertification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wizard: four steps, what blocks them, and what may be done next */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certification"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    startCertification: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Starts the certification; the first start takes the snapshot where the method says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistRow"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    runStep: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
                step: "district-validation" | "state-validation" | "snapshot-validation";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @default html
                     * @enum {string}
                     */
                    format?: "html" | "csv" | "json" | "xlsx" | "pdf";
                    /** @enum {string} */
                    runOn?: "DISTRICT" | "STATE_BATCH";
                };
            };
        };
        responses: {
            /** @description Validates the data of a step with all linked groups */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    completeStep: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
                step: "district-validation" | "state-validation" | "snapshot-validation";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    reviewed?: boolean;
                };
            };
        };
        responses: {
            /** @description Goes on to the next step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistRow"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    takeSnapshot: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Takes or retakes the snapshot */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedSnapshot"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    submitCertification: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    attestation: {
                        name: string;
                        accepted: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Certifies and submits to the state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedRow"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    withdrawSubmission: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Takes a submission back before the state has decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistRow"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    confirmSent: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Confirms that the remaining certifiers stand for the participant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistRow"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    requestRecertification: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Asks the state to send the certification back */
            201: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecertificationRequest"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    withdrawRecertificationRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                eventId: string;
                orgId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Takes that request back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecertificationRequest"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                queuedAfter?: string;
                queuedBefore?: string;
            };
            header?: never;
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report queue of a participant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rounds, submissions and decisions of a participant, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntry"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A snapshot and the versions it pins */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    verifySnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads every pinned object again and compares its hash */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        checked: number;
                        differing: {
                            dataset: string;
                            expected: string;
                            found: string | null;
                        }[];
                        contentHash: string;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listRules: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                severity?: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Validation rules, newest versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Rule"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    /** @enum {string} */
                    severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                    /** @enum {string} */
                    kind: "FINDINGS" | "LISTING";
                    /** @enum {string} */
                    level: "DISTRICT" | "SCHOOL";
                    datasets: string[];
                    sql: string;
                    message: string;
                    /** @default null */
                    causeColumn?: string | null;
                    resolution?: string | null;
                    /** @default null */
                    helpUrl?: string | null;
                    /** @default [] */
                    parameters?: {
                        name: string;
                        /** @enum {string} */
                        type: "STRING" | "NUMBER" | "DATE" | "CALENDAR";
                        /** @default null */
                        default?: (string | number) | null;
                    }[];
                    /** @default false */
                    adHocFilter?: boolean;
                    /**
                     * @default ACTIVE
                     * @enum {string}
                     */
                    status?: "DRAFT" | "ACTIVE";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A new rule, when its query may run as one */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenRule"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getRule: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One rule in its newest version or the one asked for, with its change log */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleWithLog"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    changeRule: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "DRAFT" | "ACTIVE" | "ARCHIVED";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Activates, archives or brings back a rule */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createRuleVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    code?: string;
                    name?: string;
                    /** @enum {string} */
                    severity?: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                    /** @enum {string} */
                    kind?: "FINDINGS" | "LISTING";
                    /** @enum {string} */
                    level?: "DISTRICT" | "SCHOOL";
                    datasets?: string[];
                    sql?: string;
                    message?: string;
                    causeColumn?: string | null;
                    resolution?: string | null;
                    helpUrl?: string | null;
                    parameters?: {
                        name: string;
                        /** @enum {string} */
                        type: "STRING" | "NUMBER" | "DATE" | "CALENDAR";
                        /** @default null */
                        default?: (string | number) | null;
                    }[];
                    adHocFilter?: boolean;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A new version of a rule; what pins an older one keeps it */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenRule"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    checkRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    sql: string;
                    organizationId: string;
                    /** @enum {string} */
                    lane: "DISTRICT" | "STATE";
                    reportingYear?: number;
                    /**
                     * @default FINDINGS
                     * @enum {string}
                     */
                    kind?: "FINDINGS" | "LISTING";
                    /** @enum {string} */
                    severity?: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                    /** @enum {string} */
                    level?: "DISTRICT" | "SCHOOL";
                    datasets?: string[];
                    /** @default [] */
                    parameters?: {
                        name: string;
                        /** @enum {string} */
                        type: "STRING" | "NUMBER" | "DATE" | "CALENDAR";
                        /** @default null */
                        default?: (string | number) | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Judges a query and tries it on the data of one organization; nothing is kept but that rows were shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCheck"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listValidationGroups: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                name?: string;
                level?: "DISTRICT" | "SCHOOL";
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Validation groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ValidationGroup"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createValidationGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    level: "DISTRICT" | "SCHOOL";
                    /** @default true */
                    active?: boolean;
                    description?: string | null;
                    rules: {
                        ruleId: string;
                        /** @default null */
                        version?: number | null;
                        /** @default null */
                        severityOverride?: ("FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO") | null;
                        /** @default true */
                        enabled?: boolean;
                    }[];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A new group of rules that are reported together */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationGroup"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getValidationGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One validation group with its rules in order */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationGroupWithRules"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    changeValidationGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    level?: "DISTRICT" | "SCHOOL";
                    active?: boolean;
                    description?: string | null;
                    rules?: {
                        ruleId: string;
                        /** @default null */
                        version?: number | null;
                        /** @default null */
                        severityOverride?: ("FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO") | null;
                        /** @default true */
                        enabled?: boolean;
                    }[];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Changes a group; what was published keeps the version it was published with */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationGroup"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listQueue: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                organizationId?: string;
                status?: ("QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED" | "SUPERSEDED")[];
                step?: "district-validation" | "state-validation" | "snapshot-validation";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Waiting and running validations of everybody, in the order they will run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One run: progress while it works, its summary afterwards */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
                ruleCode?: string;
                severity?: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                cause?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows that rules returned */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            ruleCode: string;
                            /** @enum {string} */
                            severity: "FATAL" | "SPECIAL_WARNING" | "WARNING" | "INFO";
                            row: {
                                [key: string]: unknown;
                            };
                        }[];
                        columns: {
                            [key: string]: string[];
                        };
                        causes: {
                            [key: string]: {
                                cause: string;
                                count: number;
                            }[];
                        };
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getRunReport: {
        parameters: {
            query?: {
                format?: "html" | "csv" | "json" | "xlsx" | "pdf" | "parquet";
                ruleCode?: string;
                cause?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link to the report, which counts as viewing it, or to the rows of one rule or cause */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: string;
                        format: string;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Runs a failed or cancelled run again, as a new run */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Ends a run that has not finished */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getSnapshotReport: {
        parameters: {
            query?: {
                format?: "html" | "csv" | "json" | "xlsx" | "pdf";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link to what a snapshot holds, by dataset and school, beside the year before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: string;
                        format: string;
                        prior: {
                            id: string;
                            certificationEventId: string;
                            takenAt: string;
                        } | null;
                        aggregates: {
                            dataset: string;
                            schoolId: string | null;
                            rows: number;
                            priorRows: number | null;
                            delta: number | null;
                            deltaPercent: number | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    diffSnapshots: {
        parameters: {
            query: {
                limit?: string;
                cursor?: string;
                against: string;
                dataset?: string;
                kind?: "ADDED" | "REMOVED" | "CHANGED";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows added, removed and changed against another snapshot, by key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            dataset: string;
                            /** @enum {string} */
                            kind: "ADDED" | "REMOVED" | "CHANGED";
                            schoolIds: string[];
                            key: {
                                [key: string]: string;
                            };
                            changedColumns: string[];
                        }[];
                        nextCursor: string | null;
                        total?: number;
                        complete: boolean;
                        counts: {
                            dataset: string;
                            added: number;
                            removed: number;
                            changed: number;
                            schools: {
                                schoolId: string | null;
                                added: number;
                                removed: number;
                                changed: number;
                            }[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the district copy and the state copy differ, by dataset and school, with keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declared datasets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dataset"][];
                        nextCursor: string | null;
                        total?: number;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createDataset: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    title: string;
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "string" | "integer" | "decimal" | "boolean" | "date" | "timestamp";
                        required: boolean;
                        description?: string;
                        readonly codes?: string[];
                    }[];
                    key: string[];
                    /** @default null */
                    schoolColumn?: string | null;
                    /** @default null */
                    schoolThrough?: {
                        dataset: string;
                        column: string;
                    } | null;
                    schoolThroughAlso?: {
                        dataset: string;
                        column: string;
                    }[];
                    /** @default false */
                    retired?: boolean;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Declares a dataset */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getDataset: {
        parameters: {
            query?: {
                format?: "json" | "schema" | "html" | "csv";
                version?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One declaration: columns, key, allowed codes; as JSON Schema, as a dictionary page or as the head of a CSV file */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    replaceDataset: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    title: string;
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "string" | "integer" | "decimal" | "boolean" | "date" | "timestamp";
                        required: boolean;
                        description?: string;
                        readonly codes?: string[];
                    }[];
                    key: string[];
                    /** @default null */
                    schoolColumn?: string | null;
                    /** @default null */
                    schoolThrough?: {
                        dataset: string;
                        column: string;
                    } | null;
                    schoolThroughAlso?: {
                        dataset: string;
                        column: string;
                    }[];
                    /** @default false */
                    retired?: boolean;
                    reason?: string;
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description A new version of a declaration, or its retirement; accepted versions keep the one they were checked by */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    organizationId: string;
                    dataset: string;
                    fileName: string;
                    /** @enum {string} */
                    format: "NDJSON" | "CSV" | "PARQUET" | "ndjson" | "csv" | "parquet";
                    /**
                     * @default FULL
                     * @enum {string}
                     */
                    delivery?: "FULL" | "DELTA";
                    /**
                     * @default DISTRICT
                     * @enum {string}
                     */
                    lane?: "DISTRICT" | "STATE";
                    bytes: number;
                    sha256: string;
                };
            };
        };
        responses: {
            /** @description Announces a file and answers where to PUT it */
            201: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    /** @description Where what was made can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    completeUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Says that the file is there; checking starts */
            202: {
                headers: {
                    /** @description Where what was made can be read. */
                    Location: string;
                    /** @description Seconds after which looking again is worth it. */
                    "Retry-After": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a file is, and what is wrong with it */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    listUploadErrors: {
        parameters: {
            query?: {
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with a file, and its refused rows to correct and send again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            line: number;
                            column: string | null;
                            code: string;
                            detail: string;
                            advice: string | null;
                        }[];
                        nextCursor: string | null;
                        total?: number;
                        file: {
                            url: string;
                            expiresAt: string;
                            fileName: string;
                            rows: number;
                        } | null;
                    };
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getDataStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions in each lane, with lag */
            200: {
                headers: {
                    /** @description The version of what is shown; If-Match names it. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataStatus"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    syncData: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    paused: boolean;
                };
            };
        };
        responses: {
            /** @description Pauses or resumes the automatic sync to the state copy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataStatus"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    resyncData: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes the request safe to repeat: the same key and body get the first answer. */
                "Idempotency-Key": string;
            };
            path: {
                orgId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    datasets?: string[];
                };
            };
        };
        responses: {
            /** @description Moves the state copy to the newest district versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataStatus"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    setColumnMapping: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was loaded, or * for whatever is there. */
                "If-Match": string;
            };
            path: {
                orgId: string;
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    columns: {
                        [key: string]: string;
                    };
                    ignored?: string[];
                };
            };
        };
        responses: {
            /** @description Keeps what a district calls the columns of a dataset in its files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataStatus"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
    getEventReport: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "html" | "pdf" | "docx";
                status?: ("IN_PROGRESS" | "SENT" | "APPROVED" | "RECERT_REQUESTED" | "RECERT_IN_PROGRESS" | "WITHDRAWN")[];
                districts?: string[];
                includeReviewers?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far everybody is: as JSON, or the file itself as CSV, HTML, PDF or DOCX */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReport"];
                };
            };
            default: components["responses"]["Refusal"];
        };
    };
}
