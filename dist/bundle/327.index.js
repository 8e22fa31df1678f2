"use strict";
exports.id = 327;
exports.ids = [327];
exports.modules = {

/***/ 30327:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EC2Client: () => (/* reexport */ dist_cjs/* EC2Client */.gu5),
  commands: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-cjs/index.js
var dist_cjs = __webpack_require__(35193);
;// CONCATENATED MODULE: ./build/platforms/aws/resources/creating.js

const creatingCommands = {
    CopyImage: dist_cjs/* CopyImageCommand */.SDF,
    CreateFleet: dist_cjs/* CreateFleetCommand */.igL,
    CreateImage: dist_cjs/* CreateImageCommand */.T6T,
    CreateLaunchTemplate: dist_cjs/* CreateLaunchTemplateCommand */.xMu,
    CreateSecurityGroup: dist_cjs/* CreateSecurityGroupCommand */.x3C,
    CreateTags: dist_cjs/* CreateTagsCommand */.RmG,
    ImportKeyPair: dist_cjs/* ImportKeyPairCommand */.OmI,
    RegisterImage: dist_cjs/* RegisterImageCommand */.kUQ,
    RunInstances: dist_cjs/* RunInstancesCommand */.zq7,
};

;// CONCATENATED MODULE: ./build/platforms/aws/sdk.js



const commands = {
    ...creatingCommands,
    AuthorizeSecurityGroupIngress: dist_cjs/* AuthorizeSecurityGroupIngressCommand */.N8i,
    DeleteKeyPair: dist_cjs/* DeleteKeyPairCommand */.EWB,
    DeleteLaunchTemplate: dist_cjs/* DeleteLaunchTemplateCommand */.s9K,
    DeleteSecurityGroup: dist_cjs/* DeleteSecurityGroupCommand */.yEh,
    DeleteSnapshot: dist_cjs/* DeleteSnapshotCommand */.tZN,
    DeleteVolume: dist_cjs/* DeleteVolumeCommand */.Pbn,
    DeregisterImage: dist_cjs/* DeregisterImageCommand */.x2c,
    DescribeFastLaunchImages: dist_cjs/* DescribeFastLaunchImagesCommand */.i6w,
    DescribeImageAttribute: dist_cjs/* DescribeImageAttributeCommand */.OkE,
    DescribeImages: dist_cjs/* DescribeImagesCommand */.ji5,
    DescribeInstances: dist_cjs/* DescribeInstancesCommand */.bNs,
    DescribeInstanceTypeOfferings: dist_cjs/* DescribeInstanceTypeOfferingsCommand */.DyC,
    DescribeKeyPairs: dist_cjs/* DescribeKeyPairsCommand */.DRu,
    DescribeLaunchTemplates: dist_cjs/* DescribeLaunchTemplatesCommand */.fmI,
    DescribeRegions: dist_cjs/* DescribeRegionsCommand */.cAn,
    DescribeSecurityGroups: dist_cjs/* DescribeSecurityGroupsCommand */.jsQ,
    DescribeSnapshots: dist_cjs/* DescribeSnapshotsCommand */.MmI,
    DescribeSubnets: dist_cjs/* DescribeSubnetsCommand */.jSW,
    DescribeVolumes: dist_cjs/* DescribeVolumesCommand */.U$W,
    DescribeVpcs: dist_cjs/* DescribeVpcsCommand */.Dti,
    DisableFastLaunch: dist_cjs/* DisableFastLaunchCommand */.D4H,
    EnableFastLaunch: dist_cjs/* EnableFastLaunchCommand */.SS3,
    EnableImageDeprecation: dist_cjs/* EnableImageDeprecationCommand */.cJk,
    EnableImageDeregistrationProtection: dist_cjs/* EnableImageDeregistrationProtectionCommand */.BxO,
    GetConsoleOutput: dist_cjs/* GetConsoleOutputCommand */.Olx,
    GetPasswordData: dist_cjs/* GetPasswordDataCommand */.ZNR,
    ModifyImageAttribute: dist_cjs/* ModifyImageAttributeCommand */.FE3,
    ModifyInstanceAttribute: dist_cjs/* ModifyInstanceAttributeCommand */.ho4,
    ModifySnapshotAttribute: dist_cjs/* ModifySnapshotAttributeCommand */.KD0,
    StopInstances: dist_cjs/* StopInstancesCommand */.esG,
    TerminateInstances: dist_cjs/* TerminateInstancesCommand */.NaF,
};


/***/ })

};
;