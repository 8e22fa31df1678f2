"use strict";
exports.id = 1530;
exports.ids = [1530];
exports.modules = {

/***/ 81530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IAMClient: () => (/* reexport */ dist_cjs/* IAMClient */.h8v),
  iamCommands: () => (/* binding */ iamCommands)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var dist_cjs = __webpack_require__(16764);
;// CONCATENATED MODULE: ./build/platforms/aws/resources/creating-iam.js

const creatingIamCommands = {
    AddRoleToInstanceProfile: dist_cjs/* AddRoleToInstanceProfileCommand */.KqH,
    CreateInstanceProfile: dist_cjs/* CreateInstanceProfileCommand */.cNz,
    CreateRole: dist_cjs/* CreateRoleCommand */.IS,
    PutRolePolicy: dist_cjs/* PutRolePolicyCommand */.pMt,
};

;// CONCATENATED MODULE: ./build/platforms/aws/iam-sdk.js



const iamCommands = {
    ...creatingIamCommands,
    DeleteInstanceProfile: dist_cjs/* DeleteInstanceProfileCommand */.Dys,
    DeleteRole: dist_cjs/* DeleteRoleCommand */.$kI,
    DeleteRolePolicy: dist_cjs/* DeleteRolePolicyCommand */.Tt,
    GetInstanceProfile: dist_cjs/* GetInstanceProfileCommand */.Qa4,
    GetRole: dist_cjs/* GetRoleCommand */.kbp,
    ListInstanceProfiles: dist_cjs/* ListInstanceProfilesCommand */.N2S,
    ListRoles: dist_cjs/* ListRolesCommand */.J9Z,
    RemoveRoleFromInstanceProfile: dist_cjs/* RemoveRoleFromInstanceProfileCommand */.ScF,
};


/***/ })

};
;